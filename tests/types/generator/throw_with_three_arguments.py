# throw(type, value, traceback) still works, with a warning.
import asyncio
import types
import warnings


def generator():
    while True:
        try:
            yield 1
        except Exception as error:
            print(repr(error), error.__traceback__ is not None)


@types.coroutine
def suspend():
    yield from generator()


async def coroutine():
    await suspend()


async def asynchronous():
    while True:
        try:
            yield 1
        except Exception as error:
            print(repr(error))


def run(awaitable):
    try:
        awaitable.send(None)
    except StopIteration as stop:
        return stop.value


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for running in generator(), coroutine():
        running.send(None)
        running.throw(ValueError("one"))
        print(len(caught))
        running.throw(ValueError, "two")
        running.throw(ValueError, ("three", 3))
        running.throw(ValueError, ValueError("four"), None)
        print(len(caught), caught[-1].message)
        caught.clear()
        try:
            running.throw(ValueError("five"), "value")
        except TypeError as error:
            print(error)
        caught.clear()
    items = asynchronous()
    run(items.__anext__())
    run(items.athrow(ValueError("six")))
    print(len(caught))
    run(items.athrow(ValueError, "seven"))
    print(caught[-1].message)
    caught.clear()

    async def wait():
        return await asyncio.get_running_loop().create_future()

    async def main():
        iterator = iter(asyncio.get_running_loop().create_future())
        next(iterator)
        try:
            iterator.throw(ValueError, "eight")
        except ValueError as error:
            print(repr(error))

    asyncio.run(main())
    print(caught[-1].category.__name__, caught[-1].message)

warnings.simplefilter("error")
running = generator()
next(running)
try:
    running.throw(ValueError, "nine")
except DeprecationWarning as warning:
    print(warning)
print(next(running))
