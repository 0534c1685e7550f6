# classmethod: binding, chains, attributes, subclasses

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class C:
    @classmethod
    def make(cls, *args):
        "doc"
        return cls.__name__, args
    @classmethod
    def __class_getitem__(cls, item): return (cls.__name__, item)
class D(C):
    @classmethod
    def make(cls, *args): return ("D", super().make(*args))
print(C.make(1), C().make(2), D.make(3), D().make(), C[5], D["x"])
m = C.make
print(m.__self__ is C, m.__func__.__name__, m.__name__, m.__doc__, C.make == C.make, type(m).__name__, C.__dict__["make"].__func__.__name__, type(C.__dict__["make"]).__name__)
cm = classmethod(lambda cls: cls)
print(cm.__get__(None, int)() is int, cm.__get__(5)() is int, cm.__get__(5, str)() is str, cm.__func__(3), cm.__wrapped__(4), cm.__isabstractmethod__)
show(cm)
show(lambda: classmethod(5).__get__(None, int)())
show(classmethod(5).__get__(None, int))
show(lambda: cm.__get__(None, None))
cm.attribute = 1
print(cm.attribute, cm.__dict__.get("attribute"))
class E:
    make = classmethod(lambda cls: cls.__name__)
    builtin = classmethod(len)
    nested = classmethod(property(lambda cls: "property " + cls.__name__))
    of_class = classmethod(dict)
print(E.make(), E().make())
show(lambda: E.builtin())
show(lambda: E.nested)
show(lambda: E.of_class())
print(int.from_bytes(b"\x05"), bool.from_bytes(b"\x00"), dict.fromkeys.__self__, type(dict.__dict__["fromkeys"]).__name__)
e = E()
e.make = "instance wins"
print(e.make)
def outside(cls): return "outside " + cls.__name__
E.added = classmethod(outside)
print(E.added(), e.added(), E.added.__func__ is outside, repr(classmethod(len)))
