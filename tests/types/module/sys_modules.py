# Modules made by hand: reload-free caching, deletion, replacement and circular look-ups
import sys
Module = type(sys)
a, b = Module("cyc_a"), Module("cyc_b")
sys.modules["cyc_a"], sys.modules["cyc_b"] = a, b
exec("import cyc_b\ndef f(): return cyc_b.g() + 1", a.__dict__)
exec("import cyc_a\nvalue = 41\ndef g(): return value\ndef h(): return cyc_a.f()", b.__dict__)
import cyc_a, cyc_b
print(cyc_a.f(), cyc_b.h(), cyc_a.cyc_b is b)
b.value = 9
print(cyc_a.f())
del sys.modules["cyc_b"]
try:
    import cyc_b as again
except ModuleNotFoundError as error:
    print(error, error.name)
print(cyc_b.g(), "cyc_b" in sys.modules)
sys.modules["cyc_b"] = "any object"
import cyc_b
print(cyc_b, cyc_b.upper())
from cyc_b import upper
print(upper())
try:
    from cyc_b import nothing
except ImportError as error:
    print(str(error).split(" (")[0])
class Fake:
    x = 1
    def __getattr__(self, name):
        if name.startswith("__"): raise AttributeError(name)
        return f"made {name}"
sys.modules["fake"] = Fake()
import fake
from fake import x, other
print(x, other, fake.anything)
sys.modules["none_module"] = None
for statement in ("import none_module", "from none_module import x"):
    try:
        exec(statement)
    except ImportError as error:
        print(type(error).__name__, error)
partial = Module("partial_init")
sys.modules["partial_init"] = partial
try:
    exec("from partial_init import later")
except ImportError as error:
    print(error.name, str(error).split("(")[0].strip())
partial.__name__ = 5
print(type(partial.__name__).__name__)
m = Module("dir_module")
m.b, m.a = 1, 2
print([n for n in dir(m) if not n.startswith("__")], m.__dict__["a"], len(vars(m)) >= 2)
m.__dict__.clear()
print(dir(m), repr(m))
