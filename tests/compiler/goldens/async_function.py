async def gather(source, sink):
    async with sink as out:
        async for item in source:
            await out.write(item)
    return [x async for x in source if await check(x)]
