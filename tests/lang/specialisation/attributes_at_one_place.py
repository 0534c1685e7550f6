# One place in a program that reads an attribute many times, of objects and classes that change meanwhile.


def read(o):
    try:
        return o.name
    except AttributeError as e:
        return str(e)


def reads(o, times=3):
    """The same answer every time, as text."""
    found = [read(o) for _ in range(times)]
    return found[0] if all(repr(x) == repr(found[0]) for x in found) else found


class Data:
    def __init__(self, value):
        self.value = value

    def __get__(self, instance, owner):
        return "data", self.value, instance is not None

    def __set__(self, instance, value):
        raise AttributeError("no")


class NonData:
    def __get__(self, instance, owner):
        return "non-data", instance is not None


class A:
    def name(self):
        return "method"


a, b = A(), A()
b.name = "own"
for round in range(2):
    print(type(reads(a)).__name__, read(a)(), read(a).__self__ is a, read(a) is read(a), reads(b), read(A) is A.__dict__["name"])
for value in (Data(1), NonData(), 5, property(lambda self: "property"), staticmethod(len), classmethod(lambda cls: cls.__name__), A, None):
    A.name = value
    shown = [reads(a), reads(b), reads(A)]
    print(*[x if isinstance(x, (str, int, tuple)) or x is None else type(x).__name__ for x in shown])
    if isinstance(value, (staticmethod, classmethod)):
        print(read(a) is len or read(a)(), reads(b))
a.name = "late"
print(reads(a))
del A.name, a.name
print(reads(a), reads(b))
A.name = NonData()
a.__dict__["name"] = "by dict"
print(reads(a), reads(b))
a.__dict__.clear()
print(reads(a))


# A descriptor that gets its __set__ while the place is warm, and loses it.
class Changing:
    def __get__(self, instance, owner):
        return "changing"


A.name = Changing()
a.__dict__["name"] = "in the instance"
print(reads(a))
Changing.__set__ = lambda self, instance, value: None
print(reads(a))
del Changing.__set__
print(reads(a))
del Changing.__get__
del a.__dict__["name"]
print(type(reads(a)).__name__)


# Bases and metaclasses.
class Base:
    name = "base"


class Meta(type):
    name = property(lambda cls: "meta of " + cls.__name__)


class Derived(Base):
    pass


class WithMeta(Base, metaclass=Meta):
    pass


for o in (Derived(), Derived, WithMeta(), WithMeta, Derived(), Derived, 5, type, Meta):
    found = reads(o)
    print(found if isinstance(found, str) else type(found).__name__)
Derived.__bases__ = (A,)
A.name = Data(2)
print(reads(Derived()), reads(Derived))
Meta.name = "not data"
print(reads(WithMeta), reads(WithMeta()))


class Other:
    __slots__ = ("name", "x")


o = Other()
print(reads(o))
o.name = 1
print(reads(o))
o.__class__ = type("Same", (), {"__slots__": ("name", "x")})
print(reads(o))


# What native types have, at one place, of many objects: methods, functions, classes, exceptions, generators.
def parts(o):
    found = []
    for _ in range(3):
        found.append([])
        for get in (
            lambda: o.__class__.__name__,
            lambda: o.__name__,
            lambda: o.__func__.__name__,
            lambda: o.__self__ is None,
            lambda: o.__doc__ == "its text",
            lambda: o.args,
            lambda: o.real if type(o.real) is not property else "property",
            lambda: type(o.__dict__).__name__,
            lambda: o.__mro__[-1].__name__,
            lambda: type(o.append).__name__,
            lambda: type(o.__init__).__name__,
            lambda: o.gi_running,
        ):
            try:
                found[-1].append(get())
            except AttributeError as e:
                found[-1].append(str(e))
    return found[0] if found[0] == found[1] == found[2] else found


def function():
    "its text"


function.args = "own args"


class Cls:
    "its text"
    args = "class args"

    def method(self):
        "its text"

    @property
    def real(self):
        return "real"


class Hides:
    __class__ = property(lambda self: int)
    __name__ = "a name"
    __dict__ = {"no": "dict"}


class Exc(ValueError):
    real = "exc"


method = Cls().method
method.__func__.append = "an attribute of the function"
for o in (function, method, Cls, Cls(), Hides(), ValueError(1), Exc(2), 3, 4.5, (i for i in ()), [], len, [].append, None, type, Meta, WithMeta):
    print(parts(o))
function.__name__ = "renamed"
print(parts(function)[1], function.__name__)


# A class that takes reading over when the place is warm.
class Late:
    def name(self):
        return 1


late = Late()
print(type(reads(late)).__name__)
Late.__getattribute__ = lambda self, name: "taken over"
print(reads(late))
del Late.__getattribute__
print(type(reads(late)).__name__)
Late.__getattr__ = lambda self, name: "missing"
del Late.name
print(reads(late))
