# Methods found on classes, instances, metaclasses, with shadowing and rebinding
class A:
    def m(self): return "A.m"
    def n(self): return self.m()
    k = lambda self, x=1: ("k", x)
class B(A):
    def m(self): return "B.m+" + super().m()
a, b = A(), B()
print(a.n(), b.n(), A.m(b), B.m(b), b.k(), b.k(5), A.n(b))
b.m = lambda: "instance m"
print(b.m(), b.n(), B.m(b))
del b.m
print(b.n())
B.m = lambda self: "patched"
print(b.n(), B().n())
del B.m
print(b.n())
A.m = len.__class__ and (lambda self: "A patched")
print(b.n(), a.m())
f = a.m
A.m = lambda self: "later"
print(f(), a.m())
class Call:
    def __call__(self, *args): return ("called", len(args))
class WithCallable:
    c = Call()
    l = len
    t = int
    s = "".join
    p = property(lambda self: lambda: "from property")
w = WithCallable()
print(w.c(1), w.l([1, 2]), w.t("5"), w.s(["a", "b"]), w.p())
class Meta(type):
    def on_meta(cls): return "meta " + cls.__name__
    def both(cls): return "meta both"
class WithMeta(metaclass=Meta):
    def both(self): return "instance both"
print(WithMeta.on_meta(), WithMeta().both(), Meta.both(WithMeta), hasattr(WithMeta(), "on_meta"))
try:
    WithMeta.both()
except TypeError as error:
    print(error)
class Dyn:
    def __getattr__(self, name): return lambda *a: (name, a)
d = Dyn()
print(d.anything(1, 2), d.other())
try:
    len(d)
except TypeError as error:
    print(error)
bound = [m for m in (a.m, b.m)]
print([m() for m in bound], [m.__self__ is o for m, o in zip(bound, (a, b))], a.m == a.m, a.m.__func__ is A.m)
calls = []
class Log:
    def __getattribute__(self, name):
        calls.append(name)
        return super().__getattribute__(name)
    def m(self): return "m"
    def __len__(self): return 1
log = Log()
log.m(); len(log); log.__len__(); bool(log)
print(calls)
for i in range(3):
    class Loop:
        def m(self, i=i): return i
    print(Loop().m(), end=" ")
print()
