import asyncio


async def main():
    lock = asyncio.Lock()
    order = []

    async def use(name):
        async with lock:
            order.append(name)
            await asyncio.sleep(0)

    print(str(lock)[-10:])
    async with lock:
        print(str(lock)[-8:], lock.locked())
        tasks = [asyncio.create_task(use(n)) for n in range(4)]
        await asyncio.sleep(0)
        tasks[1].cancel()
        print("waiters:4" in repr(lock))
    await asyncio.gather(*tasks, return_exceptions=True)
    print(order)
    try:
        lock.release()
    except RuntimeError as error:
        print(error)

    condition = asyncio.Condition()
    items = []

    async def consume():
        async with condition:
            await condition.wait_for(lambda: items)
            return items.pop()

    tasks = [asyncio.create_task(consume()) for _ in range(3)]
    await asyncio.sleep(0)
    for n in range(3):
        async with condition:
            items.append(n)
            condition.notify()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    print(await asyncio.gather(*tasks))
    for call in condition.notify, condition.notify_all:
        try:
            call()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)

    event = asyncio.Event()
    waiting = [asyncio.create_task(event.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    print(repr(event)[-19:], event.is_set())
    event.set()
    print(await asyncio.gather(*waiting), event.is_set(), await event.wait())
    event.clear()
    print(event.is_set())


asyncio.run(main())
