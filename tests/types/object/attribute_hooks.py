# __getattribute__, __getattr__, __setattr__, __delattr__, __dir__

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class Log:
    def __init__(self): object.__setattr__(self, "log", [])
    def __getattribute__(self, name):
        if name not in ("log", "__class__", "__dict__"):
            object.__getattribute__(self, "log").append(("get", name))
        return object.__getattribute__(self, name)
    def __getattr__(self, name):
        if name.startswith("no"): raise AttributeError(f"none: {name}")
        return f"dynamic {name}"
    def __setattr__(self, name, value):
        self.log.append(("set", name, value))
        object.__setattr__(self, name, value)
    def __delattr__(self, name):
        self.log.append(("del", name))
        object.__delattr__(self, name)
    def __dir__(self): return ["z", "a", "m"]
    def method(self): return "method"
x = Log()
x.a = 1
x.a += 1
print(x.a, x.missing, x.method(), getattr(x, "b", "default"), getattr(x, "none", "default"), hasattr(x, "nothing"), hasattr(x, "something"), dir(x))
del x.a
print(x.a, x.log)
show(lambda: x.no)
show(delattr, x, "never")
show(setattr, x, "log2", 1)
class Fails:
    def __getattr__(self, name): raise KeyError(name)
show(lambda: Fails().x); show(hasattr, Fails(), "x"); show(getattr, Fails(), "x", 1)
class G:
    def __getattribute__(self, name): raise AttributeError("from getattribute")
    def __getattr__(self, name): return ("fallback", name)
print(G().anything, G().__class__, type(G()).__name__, isinstance(G(), G))
class H:
    def __getattribute__(self, name): return name.upper()
    def __len__(self): return 3
    def __call__(self): return "called"
h = H()
print(h.x, h.__len__, len(h), h(), h.__dict__, repr(h)[:9])
class BadDir:
    def __dir__(self): return 5
class MixedDir:
    def __dir__(self): return ["a", 5]
show(dir, BadDir()); show(dir, MixedDir())
class Rec:
    def __getattr__(self, name): return self.other
show(lambda: Rec().x)
class S:
    def __setattr__(self, name, value): pass
s = S()
s.x = 1
show(lambda: s.x)
class OnlyGet:
    def __getattr__(self, name): return lambda *a: (name, a)
g = OnlyGet()
print(g.foo(1, 2), g.__secret__(3))
show(lambda: g[0]); show(lambda: g + 1); show(len, g)
