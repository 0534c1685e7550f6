# signature() of classes, instances, bound methods, decorated functions and partials
import functools
import inspect


class Init:
    def __init__(self, a, *, b=1):
        pass

    def method(self, x, y=2):
        pass

    @classmethod
    def make(cls, z):
        pass

    @staticmethod
    def free(q, /):
        pass

    def __call__(self, called):
        pass

    part = functools.partialmethod(method, 5)
    cached = functools.lru_cache(method)


class New:
    def __new__(cls, n, *rest):
        return super().__new__(cls)


class Both(Init):
    def __new__(cls, n):
        pass


class Child(Init):
    pass


class Empty:
    pass


class Meta(type):
    def __call__(cls, through_meta):
        pass


class WithMeta(metaclass=Meta):
    def __init__(self, never):
        pass


class OfList(list):
    pass


class OfInt(int):
    pass


class Error(ValueError):
    pass


class Signed:
    __signature__ = inspect.signature(lambda declared: 0)


def show(name, thing):
    try:
        print(name, inspect.signature(thing))
    except (ValueError, TypeError) as e:
        print(name, type(e).__name__, str(e).partition(" object at")[0])


for cls in (Init, New, Both, Child, Empty, Meta, WithMeta, OfList, OfInt, Error, Signed):
    show(cls.__name__, cls)
i = Init(1)
for name in ("method", "make", "free", "part", "cached", "__call__"):
    show("Init." + name, getattr(Init, name))
    show("Init()." + name, getattr(i, name))
show("Init()", i)
show("Empty()", Empty())


def target(a, b, /, c, d=4, *args, e, f=6, **kw):
    pass


P = functools.partial
for p in (P(target), P(target, 1), P(target, 1, 2, 3), P(target, c=3), P(target, 1, d=5), P(target, e=1, g=2), P(target, 1, 2, 3, 4, 5)):
    show("partial", p)
try:
    inspect.signature(P(lambda: 0, 1))
except ValueError as e:
    print(str(e)[:14], str(e)[-23:])
show("nested", P(P(target, 1), c=2))


def decorator(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)

    return wrapper


@decorator
@decorator
def decorated(x, y=1):
    pass


show("decorated", decorated)
print(inspect.signature(decorated, follow_wrapped=False))
print(inspect.unwrap(decorated).__code__.co_varnames)
decorated.__wrapped__.__wrapped__ = decorated
try:
    inspect.unwrap(decorated)
except ValueError as e:
    print(str(e)[:27])
try:
    inspect.signature(type("Bad", (), {"m": lambda: 0})().m)
except ValueError as e:
    print(e)
