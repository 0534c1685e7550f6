# signature() of native functions and classes
import inspect
import functools
import itertools
import math
import operator

things = [
    len, print, sorted, sum, pow, round, abs, compile, eval, exec, open if "open" in globals() else len, isinstance, __import__,
    max, min, iter, next, getattr, dir, vars, list, tuple, set, frozenset, dict, int, str, bytes, bytearray, float, complex,
    bool, range, slice, object, type, property, classmethod, staticmethod, super, enumerate, zip, map, filter, reversed,
    memoryview, list.append, [].append, list.sort, [].sort, str.join, "".join, str.split, str.find, dict.get, {}.get, dict.pop,
    dict.fromkeys, {}.fromkeys, dict.update, str.maketrans, bytes.fromhex, int.from_bytes, int.to_bytes, (5).to_bytes,
    list.__len__, [].__len__, list.__init__, object.__init__, object.__new__, int.__new__, int.__add__, (5).__add__,
    type.__call__, object.__init_subclass__, object.__setattr__, math.sin, math.log, math.hypot, math.isclose, math.gcd,
    operator.add, operator.itemgetter, itertools.count, itertools.chain, itertools.chain.from_iterable, itertools.islice,
    functools.reduce, functools.partial, ValueError, KeyError, OSError, Exception.with_traceback, memoryview.cast,
]
for thing in things:
    name = getattr(thing, "__qualname__", repr(thing))
    try:
        print(name, inspect.signature(thing))
    except ValueError as e:
        text = str(e)
        print(name, "-", text.split("<")[0].strip(), text.rpartition(">")[2].strip())
s = inspect.signature(print)
print([(p.name, str(p.kind), p.default) for p in s.parameters.values()][:3])
print(s.bind(1, 2, sep=""))
print(inspect.signature(len).parameters["obj"].kind)
