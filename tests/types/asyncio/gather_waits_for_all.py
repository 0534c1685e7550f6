import asyncio


async def value(n, delay):
    await asyncio.sleep(delay)
    return n


async def fail():
    await asyncio.sleep(0)
    raise ValueError("no")


async def main():
    print(await asyncio.gather(value(1, 0.02), value(2, 0.01), value(3, 0)))
    print(await asyncio.gather())
    print(await asyncio.gather(value(1, 0), fail(), return_exceptions=True))
    try:
        await asyncio.gather(value(1, 1), fail())
    except ValueError as error:
        print(repr(error))
    future = asyncio.gather(value(1, 5), value(2, 5))
    await asyncio.sleep(0)
    future.cancel()
    try:
        await future
    except asyncio.CancelledError as error:
        print(repr(error))
    same = asyncio.create_task(value(7, 0))
    print(await asyncio.gather(same, same))
    try:
        asyncio.gather(3)
    except TypeError as error:
        print(error)


asyncio.run(main())
