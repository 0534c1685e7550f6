# Metaclasses: __prepare__, conflicts, __call__, instance checks, keyword arguments

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, [b.__name__ for b in bases], kw)
        return Namespace()
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, [k for k in ns if not k.startswith("__")], kw)
        return super().__new__(mcs, name, bases, dict(ns))
    def __init__(cls, name, bases, ns, **kw): print("init", name)
    def __call__(cls, *args):
        print("call", cls.__name__, args)
        return super().__call__(*args)
class Namespace(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"): print("ns set", key, value if isinstance(value, int) else "...")
        super().__setitem__(key, value)
    def __missing__(self, key):
        if key == "magic": return "from missing"
        raise KeyError(key)
class A(metaclass=Meta, option=1):
    x = 1
    y = magic
    def __init__(self, *args): print("A.__init__", args)
    x += 1
print(A.x, A.y, A(1, 2).__class__.__name__, type(A).__name__)
class B(A): z = 3
class Other(type): pass
show(lambda: type("C", (A,), {})) ; show(lambda: Other("C", (A,), {}))
def conflict():
    class C(A, metaclass=Other): pass
show(conflict)
class Derived(Meta): pass
class D(A, metaclass=Derived): pass
class E(D): pass
print(type(E).__name__)
def function(name, bases, ns, **kw): return (name, bases, sorted(k for k in ns if not k.startswith("__")), kw)
class F(metaclass=function, k=1): a = 1
class G(int, metaclass=function): pass
print(F, G)
class BadPrepare(type):
    @classmethod
    def __prepare__(mcs, *args): return 5
def bad():
    class X(metaclass=BadPrepare): pass
show(bad)
def bad2():
    class X(metaclass=5): pass
show(bad2)
def bad3():
    class X(5): pass
show(bad3)
class Entries:
    def __mro_entries__(self, bases): print("entries", bases == (self,)); return (list,)
class H(Entries()): pass
print(H.__mro__[1], H.__orig_bases__ is not None)
class BadEntries:
    def __mro_entries__(self, bases): return 5
def bad4():
    class X(BadEntries()): pass
show(bad4)
class I(type):
    def __instancecheck__(cls, obj): return obj == 5
    def __subclasscheck__(cls, sub): return sub is int
class J(metaclass=I): pass
print(isinstance(5, J), isinstance(6, J), isinstance(J(), J), issubclass(int, J), issubclass(J, J), isinstance(6, (str, J, int)))
class Single(type):
    instances = {}
    def __call__(cls, *a):
        if cls not in cls.instances: cls.instances[cls] = super().__call__(*a)
        return cls.instances[cls]
class S(metaclass=Single): pass
print(S() is S())
