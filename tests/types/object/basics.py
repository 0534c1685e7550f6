# object: default methods, identity, equality, hashing, attributes

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


o = object()
print(type(o), object.__bases__, object.__mro__, object.__base__, o == o, o == object(), o != object(), hash(o) == hash(o), bool(o), isinstance(o, object), repr(o)[:18], str(o) == repr(o), o.__class__)
show(setattr, o, "x", 1); show(lambda: o.x); show(delattr, o, "x"); show(object, 1); show(lambda: o < o); show(lambda: o + o); show(lambda: o()); show(lambda: o[0]); show(len, o); show(iter, o); show(format, o, "x"); show(lambda: 1 in o); show(lambda: -o); show(lambda: o @ o); show(int, o) if False else None
show(setattr, object, "x", 1); show(setattr, o, "__class__", int); show(setattr, o, "__doc__", 1); show(lambda: o.__dict__)
print(sorted(name for name in dir(object)))
class A: pass
class B(A):
    def __init__(self, x): self.x = x
show(A, 1); show(B); show(object.__new__, 5); show(object.__new__, A, 1) ; show(object.__init__, A(), 1); show(object.__new__); show(object.__new__, int); show(int.__new__, object); show(lambda: object.__init__(B(1), 2)); show(object.__new__, B, 1, 2) if False else None
a = A()
print(a.__eq__(a), a.__eq__(5), a.__ne__(a), a.__lt__(a), object.__hash__(a) == hash(a), a.__sizeof__() > 0, a.__dir__() is not None, a.__reduce_ex__ is not None, object.__repr__(A)[:9], object.__str__(5), object.__format__(5, ""), a.__init__(), a.__subclasshook__(int), A.__init_subclass__())
print(a.__getattribute__("__class__") is A, a.__setattr__("y", 3), a.y, a.__dict__, a.__delattr__("y"), a.__dict__, A.__module__, A.__weakref__.__class__.__name__, type(A.__dict__["__dict__"]).__name__)
show(a.__delattr__, "y"); show(a.__setattr__, 5, 1); show(a.__getattribute__, 5); show(a.__getattribute__, "none"); show(setattr, a, 5, 1); show(getattr, a, "no", "default"); show(object.__getattribute__, a, "no"); show(object.__eq__, 1, 1); show(object.__eq__, 1, 2); show(object.__lt__, 1, 2)
a.__dict__ = {"z": 1}
print(a.z, vars(a))
show(setattr, a, "__dict__", 5); show(delattr, a, "__dict__"); print(a.__dict__)
a.__class__ = B
print(type(a).__name__)
