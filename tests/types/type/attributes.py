# Attributes of classes: name, bases, dict, setting and deleting

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class A:
    "doc"
    x = 1
class B(A): pass
print(B.x, "x" in B.__dict__, type(A.__dict__).__name__, A.__dict__["x"], sorted(k for k in A.__dict__ if not k.startswith("__")))
A.x = 2
B.y = 3
print(B.x, B().x, B.y)
del B.y
show(lambda: B.y); show(delattr, B, "x"); show(delattr, A, "nope"); show(lambda: A.__dict__.__setitem__("z", 1)); show(setattr, A, 5, 1)
A.__name__ = "Renamed"
print(A, A.__name__, A.__qualname__)
A.__qualname__ = "New.Name"
print(A)
A.__doc__ = "new doc"
print(A.__doc__)
for name, value in [("__name__", 5), ("__name__", "a\0b"), ("__qualname__", 5), ("__bases__", ()), ("__bases__", 5), ("__bases__", (5,)), ("__bases__", (int,)), ("__dict__", {}), ("__mro__", ()), ("__class__", int), ("__module__", 7), ("__base__", int), ("__basicsize__", 1)]:
    show(setattr, B, name, value)
for name in ("__name__", "__bases__", "__doc__", "__module__", "__mro__", "__dict__"):
    show(delattr, B, name)
for cls in (int, object, type, list, type(None), ValueError):
    show(setattr, cls, "x", 1); show(delattr, cls, "__doc__")
print(int.__name__, int.__qualname__, int.__module__, int.__bases__, int.__base__, int.__basicsize__ > 0, list.__itemsize__, bool.__base__, A.__flags__ > 0, A.__dictoffset__ != 0, type.__dict__["__name__"].__get__(int))
class C:
    def f(self): return "C.f"
c = C()
C.f = lambda self: "patched"
print(c.f())
C.__len__ = lambda self: 5
print(len(c))
del C.__len__
show(len, c)
C.__getattr__ = lambda self, name: name * 2
print(c.ab)
C.__add__ = lambda self, o: "added"
print(c + 1, C.__subclasses__(), A.__subclasses__())
class D(C): pass
print([k.__name__ for k in C.__subclasses__()], D.mro()[1].__name__, D.__text_signature__, A.__annotations__, A.__type_params__, D.__firstlineno__ > 0)
show(lambda: C.mro(5)); show(lambda: type.mro(5)); show(lambda: C.missing); show(lambda: C.ff)
