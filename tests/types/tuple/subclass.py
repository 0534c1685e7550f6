# Subclasses of tuple

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class Point(tuple):
    __slots__ = ()
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))
    @property
    def x(self): return self[0]
    def __add__(self, other): return Point(self[0] + other[0], self[1] + other[1])
    def __repr__(self): return f"Point({self[0]}, {self[1]})"
p = Point(1, 2)
print(p, p.x, p + (3, 4), p == (1, 2), hash(p) == hash((1, 2)), {(1, 2): "found"}[p], len(p), [*p], p * 2, type(p * 2), type(p[:]), type(tuple(p)), p[0:1], isinstance(p, tuple))
show(lambda: (3, 4) + p)
show(lambda: Point(1))
show(lambda: setattr(p, "x", 3))
show(lambda: setattr(p, "z", 3))
show(lambda: tuple.__new__(Point, (1, 2, 3)))
class WithDict(tuple): pass
w = WithDict([1, 2])
w.attribute = 5
print(w, w.attribute, w.__dict__, type(w + (1,)), WithDict() == (), repr(WithDict([WithDict()])))
class Iter(tuple):
    def __iter__(self): return iter("overridden")
    def __len__(self): return 99
    def __getitem__(self, i): return "item"
i = Iter((1, 2))
print(list(i), len(i), i[0], tuple(i), i == (1, 2), i + (3,), [*i][:2], i.index(2), 2 in i)
try:
    class S(tuple):
        __slots__ = ("a",)
except TypeError as error:
    print(error)
