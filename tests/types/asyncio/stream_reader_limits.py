import asyncio


async def attempt(awaitable):
    try:
        print(await awaitable)
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError, RuntimeError) as error:
        print(type(error).__name__, error, getattr(error, "consumed", None), getattr(error, "partial", None))


async def main():
    reader = asyncio.StreamReader(limit=10)
    reader.feed_data(b"short\n" + b"y" * 20)
    print(reader)
    await attempt(reader.readline())
    await attempt(reader.readuntil(b"\n"))
    await attempt(reader.readline())
    reader.feed_data(b"a" * 15 + b"\nnext;last")
    await attempt(reader.readuntil(b"\n"))
    await attempt(reader.readline())
    await attempt(reader.readuntil((b";", b"|")))
    reader.feed_eof()
    await attempt(reader.readexactly(10))
    await attempt(reader.readuntil(b"x"))
    await attempt(reader.readline())
    await attempt(reader.readexactly(-1))
    await attempt(reader.readuntil(b""))
    print(await reader.read(), await reader.read(5), reader.at_eof())
    reader = asyncio.StreamReader()
    task = asyncio.create_task(reader.read(3))
    await asyncio.sleep(0)
    await attempt(reader.readline())
    reader.feed_data(b"abcdef")
    print(await task)
    reader.set_exception(ValueError("broken"))
    await attempt(reader.read())
    reader = asyncio.StreamReader()
    reader.feed_data(b"1\n2\n3")
    reader.feed_eof()
    print([line async for line in reader])
    await attempt(asyncio.sleep(0, asyncio.IncompleteReadError(b"", None).args))
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as error:
        print(error)


asyncio.run(main())
