# namedtuple: fields, defaults, errors, methods
from collections import namedtuple

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p[1], p._fields, p._asdict(), p._replace(x=9), P._make([3, 4]), p == (1, 2), hash(p) == hash((1, 2)), len(p), *p, P.__doc__, P.x.__doc__, p._field_defaults, P.__name__, P.__module__, P.__mro__[1], p + (3,), p < P(1, 3), {p: 1}[(1, 2)], P.__match_args__)
show(P, 1); show(P, 1, 2, 3); show(P, 1, x=1); show(P, 1, z=2); show(P); show(p._replace, z=1); show(P._make, [1]); show(P._make, 5); show(setattr, p, "x", 1); show(setattr, p, "new", 1); show(lambda: p.z); show(delattr, p, "x")
for args, kw in [(("A", "a b c"), {}), (("A", ["a", "b"]), {"defaults": [5]}), (("A", "a,b"), {"defaults": (1, 2)}), (("A", "a"), {"defaults": (1, 2)}), (("A", "a a"), {}), (("A", "class x"), {}), (("A", "_a"), {}), (("A", "1a"), {}), (("class", "a"), {}), (("1", "a"), {}), (("A", "a a def _x 1"), {"rename": True}), (("A", ""), {}), (("A", 5), {}), (("A", "a"), {"module": "m"}), (("A", ("a b",)), {}), (("A", "é"), {}), (("A", "self cls"), {})]:
    try:
        cls = namedtuple(*args, **kw)
        print(cls._fields, cls._field_defaults, cls.__module__, cls(*range(len(cls._fields))))
    except Exception as error:
        print(type(error).__name__, error)
class Q(namedtuple("Q", "a b", defaults=[0])):
    __slots__ = ()
    def total(self): return self.a + self.b
    def __str__(self): return "Q!"
q = Q(1); print(q, repr(q), q.total(), q._replace(b=5).total(), type(q._replace(a=2)).__name__)
match p:
    case P(x, y=2): print("matched", x)
def f(x, y): return x - y
print(f(*p), f(**p._asdict()), max([P(1, 5), P(2, 0)]), sorted([P(2, 1), P(1, 2)], key=lambda r: r.y), [P(*t) for t in zip("ab", "cd")], p.count(1), p.index(2))
