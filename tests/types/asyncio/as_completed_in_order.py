import asyncio


async def value(n, delay):
    await asyncio.sleep(delay)
    return n


async def main():
    for next_one in asyncio.as_completed([value(1, 0.06), value(2, 0.03), value(3, 0)]):
        print(await next_one)
    tasks = [asyncio.create_task(value(n, (3 - n) / 30)) for n in range(3)]
    async for task in asyncio.as_completed(tasks):
        print(task in tasks, await task)
    try:
        async for task in asyncio.as_completed([value(1, 5)], timeout=0.01):
            print("not reached")
    except TimeoutError as error:
        print(repr(error))
    try:
        asyncio.as_completed(value)
    except TypeError as error:
        print(error)


asyncio.run(main())
