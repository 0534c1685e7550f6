# What reads the items of a named tuple by name.
from collections import namedtuple, _tuplegetter
import copy, inspect, pickle
P = namedtuple("P", "x y")
g = P.x
print(type(g), type(g).__mro__, g.__doc__, repr(g), g.__reduce__())
print(sorted(type(g).__dict__), type(g).__doc__)
for name, value in sorted(type(g).__dict__.items()):
    print(name, type(value).__name__)
g.__doc__ = "new"; print(P.x.__doc__, repr(g))
def show(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: g.__get__(P(1,2)))
show(lambda: g.__get__((1,2)))
show(lambda: g.__get__(()))
show(lambda: g.__get__([1]))
show(lambda: g.__get__(None, P))
show(lambda: g.__get__(None))
show(lambda: g.__set__(P(1,2), 3))
show(lambda: g.__delete__(P(1,2)))
show(lambda: setattr(P(1,2), 'x', 3))
show(lambda: delattr(P(1,2), 'x'))
show(lambda: _tuplegetter())
show(lambda: _tuplegetter(1))
show(lambda: _tuplegetter("1", None))
show(lambda: _tuplegetter(-1, None).__get__((1,2)))
show(lambda: _tuplegetter(-1, None))
show(lambda: _tuplegetter(10**30, None))
show(lambda: _tuplegetter(True, 5).__doc__)
show(lambda: _tuplegetter(1, doc=5))
show(lambda: _tuplegetter(1, 5, 6))
show(lambda: pickle.loads(pickle.dumps(g)))
show(lambda: copy.copy(g) is g)
show(lambda: repr(copy.copy(g)))
show(lambda: g.foo)
show(lambda: setattr(g, 'foo', 1))
show(lambda: delattr(g, '__doc__'))
show(lambda: g.__doc__)
show(lambda: g())
show(lambda: type('D', (_tuplegetter,), {}))
class Q(P):
    @property
    def x(self): return super().x * 2
print(Q(3,4).x, Q(3,4).y, P._fields, Q(3,4))
class R(P): y = P.x
print(R(3,4).y)
class L(list): y = P.x
show(lambda: L([1]).y)
print(inspect.isdatadescriptor(g), inspect.ismethoddescriptor(g), inspect.isgetsetdescriptor(g), inspect.ismemberdescriptor(g))
print(isinstance(g, property))
for _ in range(3):
    for point in P(1, 2), Q(3, 4), R(5, 6):
        print(point.x, point.y, end=" ")
print()
P.x = property(lambda self: "other")
print(P(1, 2).x, Q(1, 2).x, P(1, 2).y)
