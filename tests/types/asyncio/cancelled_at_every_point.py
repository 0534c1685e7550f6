"""A program is cancelled at its first, second, third ... suspension: locks, queues and streams stay in order."""

import asyncio


async def program(lock, semaphore, queue, log):
    async with lock:
        await asyncio.sleep(0)
        async with semaphore:
            await asyncio.sleep(0)
            await queue.put(1)
            async with asyncio.TaskGroup() as group:
                group.create_task(queue.get())
                group.create_task(asyncio.sleep(0))
            try:
                async with asyncio.timeout(5):
                    await asyncio.sleep(0)
                    await asyncio.shield(asyncio.sleep(0))
            finally:
                await asyncio.sleep(0)
    log.append("end")


async def attempt(k):
    lock, semaphore, queue, log = asyncio.Lock(), asyncio.Semaphore(2), asyncio.Queue(1), []
    task = asyncio.create_task(program(lock, semaphore, queue, log))
    for _ in range(k):
        await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        log.append("cancelled")
    while not queue.empty():
        queue.get_nowait()
    consistent = not lock.locked() and not semaphore.locked() and semaphore._value == 2 and not queue._getters
    for _ in range(5):
        await asyncio.sleep(0)
    return log, consistent, len(asyncio.all_tasks())


async def main():
    outcomes = [await attempt(k) for k in range(25)]
    print(all(consistent for _, consistent, _ in outcomes), {tasks for _, _, tasks in outcomes})
    print(outcomes[0][0], outcomes[-1][0], {tuple(log) for log, _, _ in outcomes} == {("cancelled",), ("end",)})


asyncio.run(main())
