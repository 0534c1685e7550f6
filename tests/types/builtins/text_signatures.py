# __text_signature__ of native functions, methods, classes and slot wrappers
import sys
import builtins
import gc
import itertools
import math
import operator
import time

for name in sorted(vars(builtins)):
    thing = getattr(builtins, name)
    if name.startswith("_") or name in ("copyright", "credits", "exit", "help", "license", "open", "quit"):
        continue
    if callable(thing):
        print(name, thing.__text_signature__)

native = ("method_descriptor", "classmethod_descriptor", "builtin_function_or_method")
# CPython has other kinds of descriptors for these
apart = ("__contains__", "__getitem__", "__buffer__", "__sizeof__", "_from_flags")
for cls in (int, float, complex, str, bytes, bytearray, tuple, list, dict, set, frozenset, range, slice, memoryview, type, object, BaseException):
    for name, thing in sorted(vars(cls).items()):
        if type(thing).__name__ in native and name not in apart:
            print(cls.__name__, name, thing.__text_signature__)

for module in (math, operator, itertools, gc, time):
    for name, thing in sorted(vars(module).items()):
        if name.startswith(("_", "clock_settime", "pthread")) or not callable(thing) or type(thing).__name__ == "function":
            continue
        print(module.__name__, name, thing.__text_signature__)

for name in ("__init__", "__call__", "__repr__", "__setattr__", "__delattr__", "__getattribute__"):
    print(name, type.__dict__[name].__text_signature__)
for name in ("__add__", "__radd__", "__pow__", "__rpow__", "__neg__", "__eq__", "__index__", "__bool__"):
    print(name, int.__dict__[name].__text_signature__)
for name in ("__len__", "__setitem__", "__delitem__", "__iter__"):
    print(name, list.__dict__[name].__text_signature__)
print([].append.__text_signature__, [].__len__.__text_signature__)


class C:
    """C(a, b)"""


print(C.__text_signature__, ValueError.__text_signature__)
