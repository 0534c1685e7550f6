import asyncio


async def work(log):
    await asyncio.sleep(0.02)
    log.append("worked")
    return 7


async def main():
    log = []
    inner = asyncio.create_task(work(log))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("outer", inner.done(), log)
    print(await inner, log)
    print(await asyncio.shield(work(log)))
    print(asyncio.shield(inner) is inner)


asyncio.run(main())
