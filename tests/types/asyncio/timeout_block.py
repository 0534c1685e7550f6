import asyncio


async def main():
    try:
        async with asyncio.timeout(0.01) as block:
            await asyncio.sleep(5)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), block.expired(), asyncio.current_task().cancelling())
    async with asyncio.timeout(None) as block:
        print(block, block.when())
        block.reschedule(asyncio.get_running_loop().time() + 60)
    print(block, block.expired())
    # An outer timeout that has passed is told outside.
    try:
        async with asyncio.timeout(0.01):
            try:
                async with asyncio.timeout(5):
                    await asyncio.sleep(5)
            except TimeoutError:
                print("wrong one")
    except TimeoutError:
        print("outer")
    # A cancellation from outside stays one.
    async def inner():
        async with asyncio.timeout(5):
            await asyncio.sleep(5)
    task = asyncio.create_task(inner())
    await asyncio.sleep(0)
    task.cancel("stop")
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error))
    try:
        block.reschedule(None)
    except RuntimeError as error:
        print(error)
    try:
        async with block:
            pass
    except RuntimeError as error:
        print(error)
    try:
        asyncio.timeout(1).reschedule(1)
    except RuntimeError as error:
        print(error)
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            await asyncio.sleep(0)
            print("not reached")
    except TimeoutError:
        print("at once")


asyncio.run(main())
