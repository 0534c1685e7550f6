# What a future raises where it is awaited, or asked, has the exception that is being handled there as its context.
import asyncio
import contextlib


def show(error):
    print(type(error).__name__, "in", repr(error.__context__))


@contextlib.contextmanager
def amid(error):
    try:
        try:
            raise error
        except type(error):
            yield
    except BaseException as raised:
        show(raised)


async def fail():
    raise ValueError("task")


async def main():
    loop = asyncio.get_running_loop()
    failed = loop.create_future()
    failed.set_exception(OSError("future"))
    with amid(KeyError(1)):
        await failed
    with amid(KeyError(2)):
        failed.result()
    cancelled = loop.create_future()
    cancelled.cancel()
    with amid(KeyError(3)):
        cancelled.result()
    with amid(KeyError(4)):
        await asyncio.create_task(fail())
    with amid(KeyError(5)):
        await asyncio.gather(fail(), asyncio.sleep(0))
    with amid(KeyError(6)):
        asyncio.Queue(1).get_nowait()
    reader = asyncio.StreamReader()
    reader.set_exception(OSError("stream"))
    with amid(KeyError(7)):
        await reader.read(1)

    # A timeout's cancellation comes while the block's exception is on its way.
    try:
        async with asyncio.timeout(0.01):
            try:
                raise KeyError(8)
            finally:
                await asyncio.sleep(10)
    except TimeoutError as error:
        show(error)
        show(error.__cause__)

    # Cancelled from outside amid a handler.
    async def handle():
        try:
            raise KeyError(9)
        except KeyError:
            await loop.create_future()

    task = asyncio.create_task(handle())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        show(error)


asyncio.run(main())
