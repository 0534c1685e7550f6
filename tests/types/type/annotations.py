# __annotations__ of functions, classes and modules; evaluation order; strings
trace = []
def t(x):
    trace.append(x)
    return x
def f(a: t("a"), b: t("b") = t("default"), *args: t("args"), c: t("c"), **kw: t("kw")) -> t("return"): pass
print(f.__annotations__, trace)
class C:
    x: int
    y: str = "y"
    z: t("z")
    def m(self, a: "C") -> "C": return self
    __private: bytes = b""
print(C.__annotations__, C.y, hasattr(C, "x"), C.m.__annotations__)
class D(C):
    w: float
print(D.__annotations__, "x" in D.__annotations__)
class E(C): pass
print(E.__annotations__ == {} or E.__annotations__, "__annotations__" in E.__dict__)
v: int = 5
u: list[int]
(p): int = 3
C.attr: int = 7
data = {}
data["k"]: str = "stored"
print(__annotations__, p, C.attr, data)
def g():
    local: undefined_name = 1
    other: 1 / 0
    (paren): int = 2
    return local, paren
print(g())
try:
    class Bad:
        q: undefined_name
except NameError as error:
    print(error)
try:
    def bad(a: undefined_name): pass
except NameError as error:
    print(error)
f.__annotations__["a"] = "changed"
print(f.__annotations__["a"])
f.__annotations__ = {}
print(f.__annotations__)
del f.__annotations__
print(f.__annotations__)
print((lambda x: x).__annotations__, len.__class__ is not None, hasattr(len, "__annotations__"))
def star(*args: *tuple[int, ...]): pass
print(star.__annotations__)
class Order:
    a: t("first") = t("value")
    b: t("second")
print(trace[-3:])
if False:
    conditional: int
print("conditional" in __annotations__)
def h():
    x: int
    try:
        return x
    except UnboundLocalError as error:
        return str(error)
print(h())
