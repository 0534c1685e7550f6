import asyncio


async def main():
    queue = asyncio.Queue(2)
    got = []

    async def produce():
        for n in range(5):
            await queue.put(n)

    async def consume():
        while True:
            got.append(await queue.get())
            queue.task_done()

    consumer = asyncio.create_task(consume())
    await produce()
    await queue.join()
    consumer.cancel()
    print(got, queue)
    queue.put_nowait(1)
    queue.put_nowait(2)
    for call in lambda: queue.put_nowait(3), queue.get_nowait, queue.get_nowait, queue.get_nowait:
        try:
            print(call())
        except (asyncio.QueueFull, asyncio.QueueEmpty) as error:
            print(repr(error))
    print(queue.maxsize, queue.qsize(), queue.empty(), queue.full(), str(queue))
    queue.task_done()
    queue.task_done()
    try:
        queue.task_done()
    except ValueError as error:
        print(error)
    for kind in asyncio.PriorityQueue, asyncio.LifoQueue:
        queue = kind()
        for n in 3, 1, 2:
            queue.put_nowait(n)
        print([queue.get_nowait() for _ in range(3)])
    queue = asyncio.Queue()
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    queue.shutdown()
    try:
        await getter
    except asyncio.QueueShutDown as error:
        print(repr(error))
    queue = asyncio.Queue()
    queue.put_nowait(1)
    queue.shutdown()
    print(await queue.get(), queue)
    for call in queue.get_nowait, lambda: queue.put_nowait(1):
        try:
            call()
        except asyncio.QueueShutDown as error:
            print(repr(error))
    # A getter that is cancelled when it has been woken passes its turn on.
    queue = asyncio.Queue()
    first, second = asyncio.create_task(queue.get()), asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    queue.put_nowait("item")
    first.cancel()
    print(await second, first.cancelled())


asyncio.run(main())
