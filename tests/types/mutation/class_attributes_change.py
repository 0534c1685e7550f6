# Classes and instances whose attributes change during lookup and iteration
class A:
    x = 1
    @property
    def p(self):
        del A.p
        return "property"
    def __getattr__(self, name):
        setattr(type(self), name, "installed")
        return "from getattr"
a = A()
print(a.p, a.p, a.q, a.q, A.q)
class Desc:
    def __get__(self, obj, owner):
        setattr(owner, "d", 5)
        return "first"
class B:
    d = Desc()
b = B()
print(b.d, b.d, B.d)
class C: pass
c = C()
for i in range(5):
    setattr(c, f"a{i}", i)
try:
    for name in c.__dict__:
        setattr(c, name + "x", 1)
except RuntimeError as error:
    print(error)
for name in list(vars(c)):
    delattr(c, name)
print(vars(c))
class Meta(type):
    def __getattribute__(cls, name):
        if name == "magic":
            type.__setattr__(cls, "count", type.__getattribute__(cls, "count") + 1)
            return type.__getattribute__(cls, "count")
        return type.__getattribute__(cls, name)
class D(metaclass=Meta):
    count = 0
print(D.magic, D.magic, D.count)
class E:
    def method(self):
        E.method = lambda self: "replaced"
        return "original"
e = E()
print(e.method(), e.method())
class F:
    def __eq__(self, other):
        self.__class__ = G
        return True
    __hash__ = None
class G:
    def __eq__(self, other): return "G"
f = F()
print(f == 1, f == 1, type(f).__name__)
for name in dir(C())[:3]:
    C.added = 1
print(hasattr(C(), "added"))
def function():
    function.__code__ = other.__code__
    return "before"
def other(): return "after"
print(function(), function())
