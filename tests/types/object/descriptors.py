# Data and non-data descriptors: precedence, __get__ arguments, __set_name__, deletion

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class Data:
    def __set_name__(self, owner, name): print("set_name", owner.__name__, name); self.name = name
    def __get__(self, obj, owner=None): return ("data", obj is not None, owner.__name__)
    def __set__(self, obj, value): print("set", self.name, value)
    def __delete__(self, obj): print("delete", self.name)
class NonData:
    def __get__(self, obj, owner=None): return ("nondata", obj is not None, owner.__name__)
class SetOnly:
    def __set__(self, obj, value): obj.__dict__["s"] = value * 2
class DelOnly:
    def __delete__(self, obj): print("only delete")
class C:
    d = Data()
    n = NonData()
    s = SetOnly()
    e = DelOnly()
class D(C): pass
c = C()
print(c.d, C.d, c.n, C.n, D.d, D().n)
c.d = 5
del c.d
c.__dict__.update(d="instance d", n="instance n")
print(c.d, c.n)
c.s = 21
print(c.s, type(C().s).__name__)
del c.e
show(setattr, c, "e", 1)
show(delattr, c, "s")
c.n = "assigned"
print(c.n, c.__dict__)
del c.n
print(c.n)
C.d = "replaced on class"
print(c.d, c.__dict__["d"])
class Raises:
    def __get__(self, obj, owner): raise AttributeError("descriptor failed")
class F:
    r = Raises()
    def __getattr__(self, name): return ("getattr", name)
print(F().r, hasattr(F, "r"))
show(lambda: F.r)
class BadName:
    def __set_name__(self, owner, name): raise KeyError("set_name")
def make():
    class X: b = BadName()
try:
    make()
except Exception as error:
    print(type(error).__name__, error, getattr(error, "__notes__", None), repr(error.__cause__))
class Late: pass
Late.d = Data() if False else NonData()
print(Late().d)
i = Late()
i.x = NonData()
print(type(i.x).__name__)
class NotCallable: __get__ = 5
class G: x = NotCallable()
show(lambda: G().x)
class InstanceGet: pass
ig = InstanceGet()
ig.__get__ = lambda *a: "never"
class K: x = ig
print(K().x is ig)
class M(type):
    d = NonData()
class N(metaclass=M): pass
print(N.d)
show(lambda: N().d)
