"""Shortest paths along references."""

import gc
import inspect
import sys
import types


def is_proper_module(obj):
    """Whether an object is a module that can be imported under its name: a good end of a chain."""
    return inspect.ismodule(obj) and obj is sys.modules.get(getattr(obj, "__name__", None))


def find_ref_chain(obj, predicate, max_depth=20, extra_ignore=()):
    """A shortest chain of references from an object to one for which the predicate is true: [obj, ..., found].

    [obj] if there is none with at most max_depth references. extra_ignore has ids of objects to pass over.
    """
    return _find_chain(obj, predicate, gc.get_referents, max_depth, extra_ignore)[::-1]


def find_backref_chain(obj, predicate, max_depth=20, extra_ignore=()):
    """A shortest chain of references to an object from one for which the predicate is true: [found, ..., obj].

    [obj] if there is none with at most max_depth references. extra_ignore has ids of objects to pass over.
    """
    return _find_chain(obj, predicate, gc.get_referrers, max_depth, extra_ignore)


def _find_chain(obj, predicate, neighbours, max_depth, extra_ignore):
    # Each level is a list of (object, entry it was reached from), so that a chain is read off by going back.
    gc.collect()
    seen = {id(obj)}
    level = [(obj, None)]
    ignore = set(extra_ignore)
    ignore.update((id(extra_ignore), id(ignore), id(seen), id(sys._getframe(0)), id(sys._getframe(1))))
    own = [level]
    for depth in range(max_depth + 1):
        following = []
        own.append(following)
        # What the search itself holds refers to everything.
        ignore.update((id(own), id(following), id(level)))
        ignore.update(id(entry) for entry in level)
        for entry in level:
            target = entry[0]
            if predicate(target):
                chain = []
                while entry is not None:
                    chain.append(entry[0])
                    entry = entry[1]
                return chain
            if depth == max_depth:
                continue
            found = neighbours(target)
            ignore.add(id(found))
            for other in found:
                if id(other) in ignore or id(other) in seen or isinstance(other, types.FrameType):
                    continue
                seen.add(id(other))
                reached = (other, entry)
                ignore.add(id(reached))
                following.append(reached)
        if not following:
            break
        level = following
    return [obj]
