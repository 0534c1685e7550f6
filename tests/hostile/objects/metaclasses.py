# Metaclasses with hostile mro(), __prepare__, __new__, __call__ and __instancecheck__

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


import sys
def meta(**methods): return type("Meta", (type,), methods)
for result in (None, 5, [], [5], [int], (object,), "ab", [object] * 3, {}, iter([object]), [None]):
    M = meta(mro=lambda cls, result=result: result)
    try:
        C = M("C", (), {})
        print("made", len(C.__mro__))
        C().x = 1
    except Exception as error:
        print(type(error).__name__)
class SelfMro(type):
    def mro(cls): return [cls, cls, object]
show(lambda: SelfMro("X", (), {}).__mro__.__len__())
class Grow(type):
    def mro(cls):
        cls.x = 1
        cls.__bases__
        return super().mro()
show(lambda: Grow("X", (), {}).x)
class Reassign(type):
    def mro(cls):
        if hasattr(cls, "ready"): raise KeyError("mro during reassignment")
        return super().mro()
class A: pass
class B: pass
R = Reassign("R", (A,), {"ready": 1}) if False else Reassign("R", (A,), {})
R.ready = 1
show(setattr, R, "__bases__", (B,))
print([c.__name__ for c in R.__mro__])
for method in ("__new__", "__init__", "__call__", "__prepare__", "__instancecheck__", "__subclasscheck__", "__getattribute__", "__setattr__", "__repr__", "__hash__", "__eq__", "__len__", "__bool__", "__iter__", "__del__"):
    for value in (None, 5, "x", lambda *a, **k: None, lambda *a, **k: 5, lambda *a, **k: 1 / 0, property(), classmethod(lambda *a, **k: {})):
        sys.unraisablehook = lambda info: None
        try:
            M = type("M", (type,), {method: value})
            C = M("C", (), {})
            for operation in (lambda: C(), lambda: isinstance(5, C), lambda: issubclass(int, C), lambda: C.x, lambda: setattr(C, "x", 1), lambda: repr(C), lambda: hash(C), lambda: C == C, lambda: len(C), lambda: bool(C), lambda: list(C), lambda: {C: 1}, lambda: type("D", (C,), {}), lambda: C | int, lambda: C[0], lambda: exec("class E(metaclass=M): x = 1", {"M": M}), lambda: dir(C), lambda: C.__name__, lambda: str(C), lambda: callable(C)):
                try:
                    operation()
                except Exception:
                    pass
        except Exception:
            pass
        C = M = None
print("survived")
class EvilName(str):
    def __eq__(self, other): raise ValueError("eq")
    def __hash__(self): return hash("x")
show(lambda: getattr(type("T", (), {"x": 1})(), EvilName("x"))) if False else print("names")
show(type, "T", (), {EvilName("x"): 1, "y": 2}) if False else print("end")
