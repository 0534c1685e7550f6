# gather(): its arguments, its results, failures and cancellations.
import asyncio


async def give(value, delay=0):
    await asyncio.sleep(delay)
    return value


async def fail(text, delay=0):
    await asyncio.sleep(delay)
    raise ValueError(text)


class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "awaitable"


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.gather())
    print(asyncio.gather().done())
    done = loop.create_future()
    done.set_result("done")
    coroutine = give("twice")
    print(await asyncio.gather(give(1), done, Awaitable(), coroutine, coroutine, asyncio.ensure_future(give(2, 0.001))))
    print(await asyncio.gather(*(give(i, (5 - i) / 1000) for i in range(5))))

    # The first failure is told; the others go on.
    other = asyncio.ensure_future(give("other", 0.005))
    try:
        await asyncio.gather(other, fail("first"), fail("second", 0.001))
    except ValueError as error:
        print("failed:", error, other.done())
    print(await other)
    print(await asyncio.gather(fail("as result"), give(1), return_exceptions=True))

    # Cancelled children.
    child = asyncio.ensure_future(give(1, 10))
    outer = asyncio.gather(child, give(2))
    await asyncio.sleep(0)
    child.cancel("enough")
    try:
        await outer
    except asyncio.CancelledError as error:
        print("cancelled", error.args, outer.cancelled())
    child = asyncio.ensure_future(give(1, 10))
    outer = asyncio.gather(child, give(2), return_exceptions=True)
    await asyncio.sleep(0)
    child.cancel("with text")
    results = await outer
    print(type(results[0]).__name__, results[0].args, results[1])

    # Cancelling what gather gives cancels all children.
    children = [asyncio.ensure_future(give(i, 10)) for i in range(3)]
    outer = asyncio.gather(*children)
    await asyncio.sleep(0)
    print(outer.cancel(), outer.done())
    try:
        await outer
    except asyncio.CancelledError:
        print([child.cancelled() for child in children], outer.cancelled(), outer.cancel())

    # A child that was done before, with a failure.
    failed = loop.create_future()
    failed.set_exception(KeyError("early"))
    try:
        await asyncio.gather(give(1), failed)
    except KeyError as error:
        print("early", error)

    # Not for these.
    for argument in (5, [], {}):
        try:
            await asyncio.gather(argument)
        except TypeError as error:
            print(type(error).__name__)
    foreign = asyncio.new_event_loop()
    future = foreign.create_future()
    coroutine = give(1)
    try:
        await asyncio.gather(coroutine, future)
    except ValueError as error:
        print(error)
    foreign.close()

    # A future of another kind.
    class Own(asyncio.Future):
        def result(self):
            return ("own", super().result())

    own = Own()
    loop.call_soon(own.set_result, 1)
    print(await asyncio.gather(own, give(2)))

    # Children see the context in which gather was called; the callbacks that it adds are seen in a task's repr.
    task = asyncio.ensure_future(give(1, 0.001))
    outer = asyncio.gather(task)
    print("cb=[gather.<locals>._done_callback()" in repr(task), repr(outer)[:24])
    await outer


asyncio.run(main())
