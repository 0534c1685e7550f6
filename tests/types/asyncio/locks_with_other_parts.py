# Locks and semaphores entered by `async with` take what acquire() and release() of the class, of a subclass or of the object itself say.
import asyncio


class Counting(asyncio.Lock):
    async def acquire(self):
        print("acquire of the subclass")
        return await super().acquire()

    def release(self):
        print("release of the subclass")
        super().release()


class Placed(asyncio.Semaphore):
    async def acquire(self):
        print("a place in the subclass")
        return await super().acquire()


async def own(name):
    print("acquire of", name)


class Caller:
    """Neither a function nor a method."""

    def __init__(self, real):
        self.real = real

    async def __call__(self):
        print("a callable object")
        return await self.real()


async def main():
    for thing in (asyncio.Lock(), asyncio.Semaphore(1), asyncio.BoundedSemaphore(1), Counting(), Placed(2)):
        async with thing as value:
            print(type(thing).__name__, value, thing.locked())
        print(thing.locked())
    lock = asyncio.Lock()
    lock.acquire = lambda: own("the object")
    lock.release = lambda: print("release of the object")
    async with lock:
        print(lock.locked())
    semaphore = asyncio.Semaphore()
    semaphore.acquire = Caller(semaphore.acquire)
    async with semaphore:
        print(semaphore.locked())
    print(semaphore.locked())
    before = asyncio.Semaphore.acquire

    async def patched(self):
        print("patched")
        return await before(self)

    asyncio.Semaphore.acquire = patched
    try:
        async with asyncio.Semaphore():
            print("inside")
    finally:
        asyncio.Semaphore.acquire = before
    # Who comes later waits behind those who wait already, though a place is free.
    order = []
    lock = asyncio.Lock()

    async def enter(number):
        async with lock:
            order.append(number)
            await asyncio.sleep(0)

    async with lock:
        tasks = [asyncio.create_task(enter(number)) for number in range(4)]
        await asyncio.sleep(0)
    tasks.append(asyncio.create_task(enter(4)))
    await asyncio.gather(*tasks)
    print(order)


asyncio.run(main())
