# A coroutine that is awaited where it is made looks, from inside and outside, as one that was kept first.
import gc
import inspect
import sys
import traceback
import types


def run(coroutine):
    """The values a coroutine yields, and its result."""
    yielded = []
    try:
        while True:
            yielded.append(coroutine.send(len(yielded) or None))
    except StopIteration as stop:
        return yielded, stop.value


@types.coroutine
def give(value):
    return (yield value)


# Results, with and without suspension, of all kinds of calls.
async def add(a, b=2, *rest, c=3, **more):
    return a + b + c + sum(rest) + sum(more.values())


async def add_after(a, b):
    sent = await give(a)
    return sent + b


class Adder:
    def __init__(self, n):
        self.n = n

    async def method(self, x):
        return self.n + x

    @classmethod
    async def of_class(cls, x):
        return cls.__name__, x

    @staticmethod
    async def static(x):
        return x

    async def __call__(self, x):
        return x * self.n


async def calls():
    adder = Adder(10)
    pair = [1, 2]
    named = {"c": 5, "d": 6}
    print(await add(1), await add(1, 1), await add(1, c=1), await add(*pair), await add(*pair, 7, **named))
    print(await adder.method(1), await adder.of_class(2), await Adder.static(3), await adder(4))
    print(await add(await add(1), await add_after(5, 6)), [await add(i) for i in range(3)])
    total = 0
    for i in range(3):
        total += await add_after(i, i) if i % 2 else await add(i)
    return total


print(run(calls()))


# Frames and states while it runs.
async def look():
    frame = sys._getframe()
    print(frame.f_code.co_name, frame.f_back.f_code.co_name, frame.f_back.f_lineno - first_line)
    mine = [o for o in gc.get_objects() if inspect.iscoroutine(o) and o.cr_code is frame.f_code]
    print([(o.cr_running, inspect.getcoroutinestate(o), o.__qualname__) for o in mine])
    print(outer.cr_await is mine[0] if mine else None, [name for name, _ in inspect.getmembers(frame.f_back) if name == "f_lasti"])
    await give("suspended")
    print(inspect.getcoroutinestate(mine[0]), mine[0].cr_frame is frame)
    return "looked"


async def looks():
    return (
        await look()
    )


first_line = looks.__code__.co_firstlineno
outer = looks()
print(outer.send(None), inspect.getcoroutinestate(outer), outer.cr_await.__name__, outer.cr_await.cr_await.__name__)
inner = outer.cr_await
try:
    outer.send(None)
except StopIteration as stop:
    print(stop.value, inspect.getcoroutinestate(inner), inner.cr_frame)


# Exceptions: tracebacks, what is being handled, handlers around.
async def fail(what):
    raise ValueError(what)


async def fail_later(what):
    await give("before")
    raise KeyError(what)


async def handles():
    try:
        await fail("first")
    except ValueError as e:
        print(type(sys.exception()).__name__, [f.name for f in traceback.extract_tb(e.__traceback__)])
        try:
            await fail_later("second")
        except KeyError as f:
            print(f.__context__ is e, sys.exception() is f)
        print(sys.exception() is e, await handled(), sys.exception() is e)
    print(sys.exception())
    await fail("third")


async def handled():
    before = sys.exception()
    try:
        raise IndexError
    except IndexError as e:
        await give(type(e.__context__).__name__)
    return before is sys.exception()


coroutine = handles()
try:
    print(run(coroutine))
except ValueError as e:
    print(e, [(f.name, f.lineno - handles.__code__.co_firstlineno, f.line) for f in traceback.extract_tb(e.__traceback__)[1:]])

# throw and close come through to the innermost one.
async def catches():
    try:
        await give(1)
    except OSError as e:
        return await give(repr(e))
    finally:
        print("finally")


async def passes():
    return [await catches(), await catches()]


coroutine = passes()
print(coroutine.send(None), coroutine.throw(OSError("x")), coroutine.send("y"), coroutine.throw(OSError("z")))
coroutine.close()
print(inspect.getcoroutinestate(coroutine))


# Depth: recursion ends in RecursionError, and goes on afterwards.
async def deep(n):
    return n if n == 0 else await deep(n - 1)


async def endless(n):
    return await endless(n + 1)


print(run(deep(100)))
try:
    run(endless(0))
except RecursionError as e:
    print(type(e).__name__)
print(run(deep(10)))

# Nobody keeps it longer than it runs; arguments die with it.
class Noted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


async def takes(noted):
    print("has", noted.name)
    return noted.name


async def gives_up():
    print(await takes(Noted("a")))
    noted = Noted("b")
    print(await takes(noted))
    print("after")


run(gives_up())

# Where it was made.
sys.set_coroutine_origin_tracking_depth(2)


async def origin():
    found = [o for o in gc.get_objects() if inspect.iscoroutine(o) and o.__name__ == "origin"]
    return [[name for _, _, name in o.cr_origin] for o in found]


async def makes():
    return await origin()


print(run(makes())[1])
sys.set_coroutine_origin_tracking_depth(0)


# In asynchronous generators, and as their items; with a local as the result.
async def items():
    for i in range(2):
        yield await add_after(i, 10)


async def collects():
    found = []
    async for item in items():
        result = await add(item)
        found.append(result)
    return found


print(run(collects()))
