# __init_subclass__, __set_name__, __class_getitem__ and class keywords

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class Base:
    registry = []
    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry.append((cls.__name__, name))
class A(Base, name="a"): pass
class B(A): pass
print(Base.registry)
def bad():
    class C(Base, other=1): pass
show(bad)
class Plain: pass
def bad2():
    class C(Plain, kw=1): pass
show(bad2)
def bad3():
    class C(kw=1): pass
show(bad3)
class Order:
    log = []
    def __init_subclass__(cls): Order.log.append(("subclass", cls.__name__, hasattr(cls, "attr")))
class Desc:
    def __set_name__(self, owner, name): Order.log.append(("set_name", name))
class C(Order):
    attr = Desc()
    second = Desc()
print(Order.log)
class Raise:
    def __init_subclass__(cls): raise LookupError("refused")
def bad4():
    class D(Raise): pass
show(bad4)
class G:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item!r}]"
class H(G): pass
print(G[int], H["x", 1], G[()], G[1:2])
show(lambda: G()[0]); show(lambda: Plain[0]); show(lambda: Plain()[0])
print(list[int], dict[str, int], tuple[int, ...], type[int], list[int].__origin__, list[int].__args__, list[int]([1, 2]), isinstance([], list), list[int] == list[int], hash(list[int]) == hash(list[int]), list["T"], set[int], frozenset[int], tuple[()], list[list[int]])
show(lambda: isinstance([], list[int])); show(lambda: issubclass(list, list[int])); show(lambda: int[str]); show(lambda: str["x"]); show(lambda: list[int].missing); show(lambda: list[int].append)
class Sub(list[int]): pass
print(Sub.__mro__[1], Sub.__orig_bases__, Sub([1]))
print(int | str, int | None, int | str | int, (int | str).__args__, isinstance(5, int | str), issubclass(bool, int | str), int | str == str | int, isinstance(None, int | None), list[int] | None, type(int | str).__name__)
show(lambda: int | 5); show(lambda: "a" | int); show(lambda: isinstance(5, int | list[int])); show(lambda: 5 | int)
