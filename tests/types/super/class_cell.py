# __class__ and zero-argument super in nested functions, comprehensions, decorators
class A:
    def f(self): return "A.f"
    def names(self): return ["A"]
class B(A):
    def f(self):
        return [super().f() for _ in range(2)], {super().f()}, {k: super().f() for k in "a"}
    def g(self):
        def inner(me=self): return super(__class__, me).f()
        return inner()
    def names(self): return super().names() + ["B"]
    def cls(self): return (lambda: __class__)()
    lam = lambda self: super().f()
    @property
    def prop(self): return super().f() + " via property"
    def gen(self): yield super().f()
    def __new__(cls): return super().__new__(cls)
    def __init_subclass__(cls, **kw): super().__init_subclass__(**kw)
b = B()
print(b.f(), b.g(), b.names(), b.cls().__name__, b.lam(), b.prop, list(b.gen()))
class Outer:
    class Inner(A):
        def f(self): return "Inner>" + super().f()
        def c(self): return __class__.__qualname__
    def c(self): return __class__.__qualname__
print(Outer.Inner().f(), Outer.Inner().c(), Outer().c())
def decorate(cls): return type("Replaced", (cls,), {})
@decorate
class D(A):
    def f(self): return __class__.__name__ + ">" + super().f()
print(D().f(), D.__name__)
class E(A):
    def use(self): return __class__
    __class__ = "shadow attribute"
e = E()
print(E.use(e).__name__, E.__dict__["__class__"])
class Meta(type):
    def __new__(mcs, name, bases, ns):
        cell = ns.pop("__classcell__", None)
        if cell is not None and name != "Lost":
            ns["__classcell__"] = cell
        return super().__new__(mcs, name, bases, ns)
class Kept(A, metaclass=Meta):
    def f(self): return super().f()
print(Kept().f())
try:
    class Lost(A, metaclass=Meta):
        def f(self): return super().f()
except RuntimeError as error:
    print(str(error).split(" at 0x")[0][:60])
class Early(A):
    def f(self): return super().f()
    try:
        f(None)
    except (RuntimeError, NameError) as error:
        print(type(error).__name__, error)
try:
    class NotClass(metaclass=lambda *a: 5):
        def f(self): return __class__
    print(NotClass)
except TypeError as error:
    print(error)
