# signature() of dataclasses, enumerations, named tuples and cached functions
import collections
import contextlib
import dataclasses
import enum
import functools
import inspect
import operator
import typing


@dataclasses.dataclass
class Point:
    x: int
    y: "int" = 2
    tags: list = dataclasses.field(default_factory=list)
    hidden: int = dataclasses.field(default=0, init=False)
    key: str = dataclasses.field(default="k", kw_only=True)


class Color(enum.Enum):
    RED = 1
    GREEN = 2


class Mode(enum.Flag):
    A = 1


Pair = collections.namedtuple("Pair", "first second", defaults=[None])


class Named(typing.NamedTuple):
    a: int
    b: str = "x"


@functools.lru_cache(maxsize=None)
def cached(a, b=1):
    "Cached."


@functools.cache
def cached2(c):
    pass


@contextlib.contextmanager
def manager(q, *, r=1):
    yield


@functools.singledispatch
def single(arg, more=None):
    pass


@functools.total_ordering
class Ordered:
    def __init__(self, v):
        pass

    def __lt__(self, other):
        return True

    def __eq__(self, other):
        return True


class Described:
    def __set_name__(self, owner, name):
        pass

    def __get__(self, instance, owner=None):
        return lambda made, by_get: 0


class HasDescriptor:
    __call__ = Described()
    method = functools.partialmethod(lambda self, a, b: 0, b=2)

    @functools.cached_property
    def lazy(self):
        "Lazy."


class Typed(typing.Generic[typing.TypeVar("T")]):
    def __init__(self, item):
        pass


for thing in (
    Point, Point.__init__, Color, enum.Enum, Mode, Pair, Pair._make, Pair(1)._replace, Named, Named.__new__, cached, cached2, manager,
    single, Ordered, HasDescriptor(), HasDescriptor.method, HasDescriptor().method, Typed, Typed[int],
    operator.itemgetter, functools.wraps, functools.partial, collections.Counter, collections.ChainMap, typing.cast,
    collections.Counter.most_common,
):
    name = getattr(thing, "__qualname__", type(thing).__name__)
    try:
        print(name, inspect.signature(thing))
    except (TypeError, ValueError) as e:
        print(name, type(e).__name__)
print(inspect.getdoc(cached), inspect.getdoc(HasDescriptor.lazy), inspect.isroutine(cached), inspect.isfunction(manager))
print(list(inspect.signature(Point).parameters), inspect.signature(Point).parameters["y"])
print(inspect.BufferFlags.CONTIG, inspect.BufferFlags.FULL_RO | 0, inspect.BufferFlags(0))
