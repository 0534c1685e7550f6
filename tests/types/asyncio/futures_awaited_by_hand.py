# What the object at an await sees when the coroutine is driven by hand, and when futures are subclassed.
import asyncio


async def waits(future):
    try:
        return await future
    except ValueError as e:
        return repr(e)


def drive(coroutine, value=None):
    try:
        return "yields", coroutine.send(value)
    except StopIteration as stop:
        return "returns", stop.value
    except Exception as e:
        return "raises", repr(e)


async def main():
    loop = asyncio.get_running_loop()
    # Given once, and not taken up: that is an error.
    future = loop.create_future()
    coroutine = waits(future)
    print(drive(coroutine)[1] is future, future._asyncio_future_blocking)
    print(type(coroutine.cr_await).__name__, coroutine.cr_await is coroutine.cr_await)
    print(drive(coroutine))
    # Taken up: what is sent does not matter.
    future = loop.create_future()
    coroutine = waits(future)
    coroutine.send(None)
    future._asyncio_future_blocking = False
    future.set_result("result")
    print(drive(coroutine, "ignored"), coroutine.cr_await)
    # Sent while it is pending.
    future = loop.create_future()
    coroutine = waits(future)
    coroutine.send(None)
    future._asyncio_future_blocking = False
    print(drive(coroutine, "ignored")[1] is future)
    # Thrown and closed.
    print(drive(coroutine) if coroutine is None else None)
    try:
        coroutine.throw(ValueError("thrown"))
    except StopIteration as stop:
        print(stop.value, future)
    coroutine = waits(loop.create_future())
    coroutine.send(None)
    coroutine.close()
    print(coroutine.cr_frame, coroutine.cr_await)
    # Over already; not initialised; cancelled; with an exception.
    future = loop.create_future()
    future.set_result(3)
    print(drive(waits(future)), drive(waits(future)))
    print(drive(waits(asyncio.Future.__new__(asyncio.Future))))
    future = loop.create_future()
    future.set_exception(ValueError("own"))
    print(drive(waits(future)))
    future = loop.create_future()
    future.cancel("why")
    try:
        await waits(future)
    except asyncio.CancelledError as e:
        print(repr(e))
    # A future that is yielded to a task of which nobody asked it.
    class Yields:
        def __await__(self):
            yield loop.create_future()

    async def wrong():
        await Yields()

    try:
        await asyncio.create_task(wrong())
    except RuntimeError as e:
        print(str(e).split("got")[0].split("<")[0])

    # Subclasses have their own way.
    class Own(asyncio.Future):
        def __await__(self):
            print("own __await__")
            result = yield from super().__await__()
            return "own", result

    class OwnIter(asyncio.Future):
        def __iter__(self):
            print("own __iter__")
            return super().__iter__()

    class Self(asyncio.Future):
        def __await__(self):
            return self

        def __next__(self):
            raise StopIteration("of __next__")

    class Plain(asyncio.Future):
        pass

    class OwnTask(asyncio.Task):
        def __await__(self):
            print("own task")
            return super().__await__()

    for kind in (Own, OwnIter, Self, Plain):
        future = kind()
        loop.call_soon(future.set_result, kind.__name__)
        print(await future)

    async def some():
        await asyncio.sleep(0)
        return "some"

    print(await OwnTask(some()))
    plain = Plain()
    coroutine = waits(plain)
    print(drive(coroutine)[1] is plain, type(coroutine.cr_await).__name__)
    # Awaited by several at once, by yield from, and again when it is over.
    future = loop.create_future()
    tasks = [asyncio.create_task(waits(future)) for _ in range(3)]
    loop.call_soon(future.set_result, "all")
    print(await asyncio.gather(*tasks), await future)

    def old(future):
        return (yield from future)

    generator = old(loop.create_future())
    print(type(next(generator)).__name__)


asyncio.run(main())
