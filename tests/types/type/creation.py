# type() with three arguments: names, bases, namespaces, errors

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


X = type("X", (), {"a": 1, "m": lambda self: self.a})
print(X, X().m(), X.__name__, X.__qualname__, X.__module__, X.__bases__, X.__dict__["a"], X.__doc__)
Y = type("Y", (X, dict), {"__qualname__": "Q.Y", "__doc__": "doc", "__module__": "mod"})
print(Y, Y.__name__, Y.__qualname__, Y.__doc__, Y.__mro__, Y(k=1))
show(type, 5, (), {}); show(type, "X", 5, {}); show(type, "X", (), 5); show(type, "X", [], {}); show(type, "X", (5,), {}); show(type, "X", (int, str), {}); show(type, "X", (X, X), {}); show(type, "X", (X, Y), {}); show(type, "X", (object, X), {}); show(type, "X", (bool,), {}); show(type, "X", (type(None),), {}); show(type, "X", (type(len),), {}); show(type, "X\0", (), {}); show(type, "X", (), {"__qualname__": 5}); show(type, "X", (), {"__slots__": 5}); show(type, "X", ((),), {}); show(type, "X", (None,), {}); show(type, "", (), {}); show(type, "a b", (), {}); show(type, "X", (), {}, 1); show(type, "X", ()); show(type, name="X", bases=(), dict={}); show(type, "X", (type, int), {}); show(type, "\ud800", (), {})
ns = {"a": 1}
Z = type("Z", (), ns)
ns["a"] = 2
print(Z.a, "__dict__" in Z.__dict__, "__weakref__" in Z.__dict__)
print(type(5), type(type), type(X) is type, isinstance(type, type), isinstance(object, type), issubclass(type, object), type.__mro__, type.__bases__, type(None).__name__)
class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, kw)
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)
M = Meta("M", (), {}, opt=1)
class N(M, opt=2): pass
show(type, "X", (M,), {})
print(type(N).__name__, type(type("P", (M,), {})).__name__)
show(lambda: type("X", (), {}, kw=1))
class Base:
    def __init_subclass__(cls, /, tag=None, **kw): cls.tag = tag; super().__init_subclass__(**kw)
print(type("S", (Base,), {}, tag="t").tag)
show(lambda: type("S", (Base,), {}, other=1))
