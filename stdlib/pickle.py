"""Objects as bytes, and back.

A pickle can call any function: read none that somebody else may have made.
"""

import sys as _sys
from _pickle import *
from _pickle import (
    PickleBuffer,
    PickleError,
    Pickler,
    PicklingError,
    Unpickler,
    UnpicklingError,
    dump,
    dumps,
    load,
    loads,
)
from copyreg import dispatch_table

format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
bytes_types = (bytes, bytearray)

# What stands behind INT for the two truth values.
TRUE = b"I01\n"
FALSE = b"I00\n"

__all__ = [
    "PickleBuffer",
    "PickleError",
    "Pickler",
    "PicklingError",
    "Unpickler",
    "UnpicklingError",
    "dump",
    "dumps",
    "load",
    "loads",
]
__all__.extend(sorted(name for name in dir() if name.isupper()))


def _getattribute(obj, name):
    """What a dotted name leads to from an object, and what its last part was found in."""
    found = obj
    for part in name.split("."):
        if part == "<locals>":
            raise AttributeError(f"Can't get local attribute {name!r} on {obj!r}")
        parent = found
        try:
            found = getattr(parent, part)
        except AttributeError:
            raise AttributeError(f"Can't get attribute {name!r} on {obj!r}") from None
    return found, parent


def whichmodule(obj, name):
    """The name of the module that an object belongs to."""
    module_name = getattr(obj, "__module__", None)
    if module_name is not None:
        return module_name
    for module_name, module in _sys.modules.copy().items():
        if module_name in ("__main__", "__mp_main__") or module is None:
            continue
        try:
            if _getattribute(module, name)[0] is obj:
                return module_name
        except AttributeError:
            pass
    return "__main__"


def encode_long(x):
    """An int in two's complement, least significant byte first; nothing for zero."""
    if x == 0:
        return b""
    size = (x.bit_length() >> 3) + 1
    result = x.to_bytes(size, "little", signed=True)
    if x < 0 and size > 1 and result[-1] == 0xFF and result[-2] & 0x80:
        result = result[:-1]
    return result


def decode_long(data):
    """The int that such bytes stand for."""
    return int.from_bytes(data, "little", signed=True)
