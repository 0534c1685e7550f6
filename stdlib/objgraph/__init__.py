"""Which objects there are, which of them grow in number, and what keeps them alive.

The functions look at what gc knows: containers and instances, not numbers and strings. Chains and graphs are
written as text.
"""

from objgraph._chains import find_backref_chain, find_ref_chain, is_proper_module
from objgraph._counts import (
    at,
    at_addrs,
    by_type,
    count,
    get_leaking_objects,
    get_new_ids,
    growth,
    most_common_types,
    show_growth,
    show_most_common_types,
    typestats,
)
from objgraph._text import show_backrefs, show_chain, show_refs

__all__ = [
    "at",
    "at_addrs",
    "by_type",
    "count",
    "find_backref_chain",
    "find_ref_chain",
    "get_leaking_objects",
    "get_new_ids",
    "growth",
    "is_proper_module",
    "most_common_types",
    "show_backrefs",
    "show_chain",
    "show_growth",
    "show_most_common_types",
    "show_refs",
    "typestats",
]
