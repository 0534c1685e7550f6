# Copies of every built-in kind
import copy, sys
from collections import namedtuple
Point = namedtuple("Point", "x y")
class L(list): pass
class D(dict): pass
class S(set): pass
class T(tuple): pass

def same(function, x):
    return function(x) is x

def shared():
    inner = [1]
    outer = copy.deepcopy([inner, inner])
    return outer[0] is outer[1], outer[0] is inner

def recursive():
    x = []
    x.append(x)
    y = copy.deepcopy(x)
    return y[0] is y, y is not x

def with_attribute(function):
    x = L([1])
    x.attribute = [2]
    y = function(x)
    return y, y.attribute, y.attribute is x.attribute

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
[copy.copy(x) for x in ([1, [2]], (1,), {1: 2}, {1}, frozenset([1]), "a", b"a", bytearray(b"a"), range(3), slice(1, 2), 1.5, 1j, None, ..., NotImplemented, True)]
[copy.deepcopy(x) for x in ([1, [2]], ([1],), {1: [2]}, {1}, bytearray(b"a"), range(3), slice(1, [2]), 1.5)]
same(copy.copy, (1, 2)), same(copy.copy, "a"), same(copy.copy, frozenset([1])), same(copy.copy, [1]), same(copy.copy, bytearray(b"a")), same(copy.copy, slice(1)), same(copy.copy, range(3))
same(copy.deepcopy, (1, 2)), same(copy.deepcopy, ([1],)), same(copy.deepcopy, int), same(copy.deepcopy, len)
shared(), recursive()
copy.copy(L([1])), copy.copy(D(a=1)), copy.copy(S([1])), copy.copy(T((1,))), copy.deepcopy(L([[1]])), type(copy.copy(L([1]))).__name__
with_attribute(copy.copy), with_attribute(copy.deepcopy)
copy.copy({}.keys())
copy.copy({}.items())
copy.copy(x for x in "a")
copy.copy(memoryview(b"a"))
copy.copy(copy)
copy.deepcopy(sys._getframe())
copy.copy(len) is len, copy.copy(int) is int, copy.copy(copy.copy) is copy.copy
copy.replace(slice(1), start=2)
copy.replace(Point(1, 2), y=5), Point(1, 2)._replace(x=3)
copy.replace(5)
copy.Error is copy.error, issubclass(copy.Error, Exception)
""")
