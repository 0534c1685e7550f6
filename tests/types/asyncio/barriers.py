import asyncio


async def main():
    barrier = asyncio.Barrier(3)
    print(sorted(await asyncio.gather(*[barrier.wait() for _ in range(3)])), barrier.parties, barrier.n_waiting)
    print(sorted(await asyncio.gather(*[barrier.wait() for _ in range(6)])))
    task = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    print(barrier.n_waiting, repr(barrier)[-23:])
    await barrier.reset()
    try:
        await task
    except asyncio.BrokenBarrierError as error:
        print(error, barrier.broken)
    task = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    await barrier.abort()
    for waiting in task, barrier.wait():
        try:
            await waiting
        except asyncio.BrokenBarrierError as error:
            print(error, barrier.broken)
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        print(error)


asyncio.run(main())
