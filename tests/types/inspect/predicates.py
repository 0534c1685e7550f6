# is...() on objects of every kind
import abc
import functools
import inspect
import types


class Slots:
    __slots__ = ("slot",)


class C:
    def method(self):
        pass

    @classmethod
    def cm(cls):
        pass

    @staticmethod
    def sm():
        pass

    @property
    def prop(self):
        pass


class Abstract(abc.ABC):
    @abc.abstractmethod
    def m(self):
        pass


def function():
    pass


def generator():
    yield


async def coroutine():
    pass


async def agen():
    yield


@types.coroutine
def old_style():
    yield


class Awaitable:
    def __await__(self):
        return iter(())


frame = inspect.currentframe()
try:
    1 / 0
except ZeroDivisionError as e:
    traceback = e.__traceback__
running = coroutine()
things = dict(
    module=inspect, cls=C, abstract=Abstract, function=function, lambda_=lambda: 0, method=C().method, unbound=C.method, cm=C.cm,
    raw_cm=C.__dict__["cm"], sm=C.sm, prop=C.prop, slot=Slots.slot, getset=type.__dict__["__doc__"], len=len,
    bound_builtin=[].append, append=list.append, add=int.__add__, bound_add=(1).__add__, fromkeys=dict.fromkeys,
    raw_fromkeys=dict.__dict__["fromkeys"], generator_function=generator, generator=generator(), coroutine_function=coroutine,
    coroutine=running, agen_function=agen, agen=agen(), old_style=old_style, old=old_style(), awaitable=Awaitable(),
    code=function.__code__, frame=frame, traceback=traceback, partial=functools.partial(coroutine), number=1, text="x",
    partial_of_method=functools.partial(C().method), instance=C(),
)
predicates = sorted(name for name in dir(inspect) if name.startswith("is") and name != "iskeyword")
for name, thing in things.items():
    print(name, [p for p in predicates if getattr(inspect, p)(thing)])
running.close()
marked = inspect.markcoroutinefunction(lambda: 0)
print(inspect.iscoroutinefunction(marked), inspect.isfunction(marked), inspect.iscoroutinefunction(lambda: 0))
