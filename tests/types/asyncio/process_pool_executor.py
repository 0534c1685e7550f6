# A loop has calls made by processes, and goes on meanwhile.
import asyncio
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context


def square(x):
    return x * x


def fails():
    raise KeyError("there")


def leave():
    os._exit(1)


async def main():
    loop = asyncio.get_running_loop()
    ticks = 0

    async def tick():
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0)

    ticking = asyncio.create_task(tick())
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        print(await loop.run_in_executor(executor, square, 5))
        print(await asyncio.gather(*(loop.run_in_executor(executor, square, i) for i in range(5))))
        try:
            await loop.run_in_executor(executor, fails)
        except KeyError as e:
            print(repr(e), type(e.__cause__).__name__)
        print(await asyncio.wrap_future(executor.submit(square, 3)))
        try:
            await loop.run_in_executor(executor, leave)
        except BrokenProcessPool as e:
            print(type(e).__name__)
    ticking.cancel()
    print(ticks > 10)


if __name__ == "__main__":
    asyncio.run(main())
