import asyncio


async def main():
    semaphore = asyncio.Semaphore(2)
    inside = most = 0

    async def use():
        nonlocal inside, most
        async with semaphore:
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1

    await asyncio.gather(*[use() for _ in range(9)])
    print(most, inside, semaphore.locked(), repr(semaphore)[-19:])
    await semaphore.acquire()
    await semaphore.acquire()
    tasks = [asyncio.create_task(semaphore.acquire()) for _ in range(3)]
    await asyncio.sleep(0)
    print(repr(semaphore)[-20:])
    # One that is woken and cancelled in the same turn passes its place on.
    semaphore.release()
    tasks[0].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([task.done() for task in tasks], semaphore.locked())
    tasks[2].cancel()
    bounded = asyncio.BoundedSemaphore(1)
    async with bounded:
        pass
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)


asyncio.run(main())
