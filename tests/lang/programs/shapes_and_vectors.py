# class hierarchy, abc, properties, operators
from abc import ABC, abstractmethod
import math
from functools import total_ordering, cached_property, reduce
class Shape(ABC):
    registry = {}
    def __init_subclass__(cls, /, kind=None, **kw):
        super().__init_subclass__(**kw)
        Shape.registry[kind or cls.__name__.lower()] = cls
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def __str__(self): return f"{self.name}({self.area():.2f})"
class Circle(Shape):
    def __init__(self, r): self.r = r
    def area(self): return math.pi * self.r ** 2
    name = property(lambda self: 'circle')
class Rect(Shape, kind='box'):
    def __init__(self, w, h): self.w, self.h = w, h
    def area(self): return self.w * self.h
    @property
    def name(self): return 'rect'
class Square(Rect):
    def __init__(self, s): super().__init__(s, s)
    @property
    def name(self): return 'square-' + super().name
print(Shape.registry)
for cls, args in ((Circle, (1,)), (Rect, (2, 3)), (Square, (4,))): print(cls(*args))
try: Shape()
except TypeError as e: print(e)
class Half(Shape):
    def area(self): return 0
try: Half()
except TypeError as e: print(e)
@total_ordering
class Version:
    def __init__(self, text): self.parts = tuple(map(int, text.split('.')))
    def __eq__(self, o): return self.parts == o.parts if isinstance(o, Version) else NotImplemented
    def __lt__(self, o): return self.parts < o.parts if isinstance(o, Version) else NotImplemented
    def __repr__(self): return f"Version({'.'.join(map(str, self.parts))!r})"
vs = [Version(t) for t in '1.10 1.2 1.2.1 0.9'.split()]
print(sorted(vs), max(vs), vs[0] >= vs[1], vs[0] != vs[1])
try: vs[0] < 5
except TypeError as e: print(e)
try: hash(vs[0])
except TypeError as e: print(e)
class Vec:
    __slots__ = ('x', 'y')
    def __init__(self, x=0, y=0): self.x, self.y = x, y
    def __add__(self, o): return Vec(self.x + o.x, self.y + o.y)
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __mul__(self, k): return Vec(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __matmul__(self, o): return self.x * o.x + self.y * o.y
    def __neg__(self): return self * -1
    def __abs__(self): return math.hypot(self.x, self.y)
    def __bool__(self): return bool(self.x or self.y)
    def __iter__(self): yield self.x; yield self.y
    def __repr__(self): return f"{type(self).__name__}{tuple(self)!r}"
    def __eq__(self, o): return tuple(self) == tuple(o)
    def __hash__(self): return hash(tuple(self))
    def __format__(self, spec):
        return f"<{self.x:{spec or 'g'}}, {self.y:{spec or 'g'}}>"
    def __getitem__(self, i): return (self.x, self.y)[i]
a, b = Vec(1, 2), Vec(3, 4)
print(a + b, 2 * a, a @ b, -a, abs(b), bool(Vec()), sum([a, b]), f"{a:.1f} {b}", {a: 1}[Vec(1, 2)], [*a], a[-1])
try: a.z = 1
except AttributeError as e: print(e)
try: a + 5
except AttributeError as e: print(e)
try: 'x' + a
except TypeError as e: print(e)
class Temp:
    def __init__(self, c): self._c = c
    @property
    def f(self):
        "fahrenheit"
        return self._c * 9 / 5 + 32
    @f.setter
    def f(self, v): self._c = (v - 32) * 5 / 9
    @f.deleter
    def f(self): self._c = 0
    @cached_property
    def slow(self): print('computing'); return self._c * 2
t = Temp(100); print(t.f, Temp.f.__doc__); t.f = 32; print(t._c, t.slow, t.slow); del t.f; print(t.f, vars(t))
print(reduce(lambda x, y: x * y, range(1, 10)), Square.__mro__, Square.__bases__, isinstance(Square(1), Shape))
