# __slots__: storage, inheritance, errors, __dict__ in slots

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class S:
    __slots__ = ("a", "b")
s = S()
s.a = 1
print(s.a, hasattr(s, "b"), hasattr(s, "__dict__"), S.__slots__, type(S.a).__name__, S.a.__name__, S.a.__objclass__)
show(lambda: s.b); show(setattr, s, "c", 1); show(delattr, s, "b"); show(lambda: s.__dict__); show(lambda: S.a.__get__(5)); show(lambda: S.a.__set__(5, 1)); show(lambda: vars(s))
del s.a
show(lambda: s.a)
print(repr(S.a), S.a.__get__(None, S) is S.a)
class T(S): pass
t = T(); t.a, t.z = 1, 2
print(t.a, t.z, t.__dict__)
class U(S): __slots__ = ("c",)
u = U(); u.a, u.c = 1, 3
show(setattr, u, "z", 1)
print(u.a, u.c)
class V: __slots__ = ("__dict__", "x")
v = V(); v.x, v.y = 1, 2
print(v.__dict__, v.x)
class Str: __slots__ = "single"
q = Str(); q.single = 5
print(q.single, Str.__slots__)
class DictSlots: __slots__ = {"a": "doc of a", "b": None}
print(DictSlots.a.__doc__, DictSlots.b.__doc__, sorted(DictSlots.__slots__))
class Mangled: __slots__ = ("__private",)
m = Mangled(); m._Mangled__private = 1
print(m._Mangled__private)
class Empty: __slots__ = ()
show(setattr, Empty(), "x", 1)
def define(slots, bases=(), **ns): return type("X", bases, {"__slots__": slots, **ns})
show(define, ("a",), a=1); show(define, (1,)); show(define, ("a b",)); show(define, ("1a",)); show(define, 5); show(define, ("__dict__", "__dict__")); show(define, ("a",), (int,)) ; show(define, ("a", "a")); show(define, b"x"); show(define, ("",)); show(define, ("é",)); show(define, ("__weakref__", "__weakref__"))
class A: __slots__ = ("a",)
class B: __slots__ = ("b",)
show(lambda: type("AB", (A, B), {})); show(lambda: type("AE", (A, Empty), {"__slots__": ()}).__name__)
show(setattr, S(), "__class__", U); x = A(); show(setattr, x, "__class__", B); print(type(x).__name__)
class C1: __slots__ = ("p", "q")
class C2: __slots__ = ("p", "q")
y = C1(); y.p = 1; y.__class__ = C2
print(type(y).__name__, y.p)
class Default:
    __slots__ = ("v",)
    def __init__(self, v=0): self.v = v
    def __eq__(self, o): return self.v == o.v
print(Default(1) == Default(1), [Default(i).v for i in range(3)])
