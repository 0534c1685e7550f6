# PEP 695: generic functions, classes, aliases and their attributes
def identity[T](x: T) -> T: return x
class Box[T, *Ts, **P]:
    def __init__(self, v): self.v = v
    def get[U](self, other: U) -> U: return other
type Alias[K] = dict[K, list[K]]
type Simple = int | str
print(identity(5), identity.__type_params__, Box.__type_params__, [type(p).__name__ for p in Box.__type_params__], Box(3).v, Box(1).get("u"), Box.get.__type_params__)
print(Alias, Alias.__name__, Alias.__type_params__, Simple.__value__, type(Alias).__name__, Simple, Alias[int].__args__)
T = identity.__type_params__[0]
print(T.__name__, T.__bound__, T.__constraints__, repr(T), T.__covariant__, T.__contravariant__, T.__infer_variance__)
def bounded[A: int, B: (str, bytes), C: "Late" = int](): pass
print([(p.__name__, p.__bound__, p.__constraints__) for p in bounded.__type_params__], bounded.__type_params__[2].__default__)
type Lazy = undefined_name_here
try:
    Lazy.__value__
except NameError as error:
    print(error)
undefined_name_here = bytes
print(Lazy.__value__)
type Recursive = list[Recursive]
print(Recursive.__value__)
class Single[T]:
    def __init__(self, v): self.v = v
class Child[T](Single[T]): pass
print(Child.__mro__[1].__name__, Child(5).v)
def scoped[T]():
    class Inner:
        def m(self) -> T: ...
    return T, Inner.m.__annotations__["return"]
a, b = scoped()
print(a is b, a, T is a)
class Shadow[T]:
    T = "class attribute"
    def m(self): return T
print(Shadow.T, Shadow().m())
try:
    T_outside
except NameError as error:
    print(error)
type = 5
print(type)
del type
print(type(identity).__name__)
for operation in (lambda: Simple[int], lambda: Simple(), lambda: isinstance(5, Simple), lambda: setattr(Simple, "x", 1)):
    try:
        print(operation())
    except (TypeError, AttributeError) as error:
        print(error)
