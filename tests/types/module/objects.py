# Module objects: attributes, __dict__, __getattr__, repr, errors

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


import math, sys
Module = type(math)
m = Module("made", "doc of made")
print(m, m.__name__, m.__doc__, m.__dict__["__name__"], sorted(m.__dict__), m.__loader__, m.__spec__, m.__package__)
m.x = 1
m.__dict__["y"] = 2
print(m.x, m.y, "x" in dir(m), vars(m) is m.__dict__)
del m.x
show(lambda: m.x); show(delattr, m, "x"); show(setattr, m, "__dict__", {}); show(Module); show(Module, 5); show(Module, "a", "b", "c"); show(lambda: math.nope); show(lambda: math.sqr); show(lambda: m()); show(lambda: m[0])
def module_getattr(name):
    if name == "dynamic": return "made up"
    raise AttributeError(f"none of {name}")
m.__getattr__ = module_getattr
m.__dir__ = lambda: ["listed"]
print(m.dynamic, dir(m), hasattr(m, "other"))
show(lambda: m.other)
exec("def f(): return z\nz = 5", m.__dict__)
print(m.f())
m.z = 6
print(m.f())
class Sub(Module):
    @property
    def prop(self): return "property on " + self.__name__
s = Sub("sub")
print(s.prop, type(s).__name__, isinstance(s, Module))
m.__class__ = Sub
print(m.prop)
show(setattr, m, "__class__", int)
n = Module.__new__(Module)
show(lambda: n.__name__)
print(n.__dict__, repr(n))
del m.__name__
show(lambda: m.__name__)
sys.modules["made"] = s
import made
print(made is s)
sys.modules["blocked"] = None
try:
    import blocked
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    import never_existing.sub
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    from math import nope
except ImportError as error:
    print(str(error).split(" (")[0], error.name)
try:
    import math.sub
except ModuleNotFoundError as error:
    print(error)
