import asyncio
import gc

done = []


async def work(n):
    # Nothing but the future that it waits for knows of the task.
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.01, lambda: future.done() or future.set_result(None))
    await future
    done.append(n)


async def main():
    for n in range(10):
        asyncio.create_task(work(n))
    await asyncio.sleep(0)
    gc.collect()
    print(len(asyncio.all_tasks()))
    await asyncio.sleep(0.05)
    print(sorted(done), len(asyncio.all_tasks()))


asyncio.run(main())
