"""Each kind of wait is cancelled at its first, second, third ... suspension: while it waits, and when what it waits for has just come."""

import asyncio
import types


@types.coroutine
def resume(k, moment, coro):
    """Awaits a coroutine. The task is cancelled when it has been suspended for the k-th time, or when that wait is just over."""
    count, error = 0, None
    task = asyncio.current_task()
    while True:
        try:
            future = coro.send(None) if error is None else coro.throw(error)
        except StopIteration as stop:
            return stop.value
        error = None
        count += 1
        if count == k:
            if moment == "waiting" or future is None:
                asyncio.get_running_loop().call_soon(task.cancel)
            else:
                future.add_done_callback(lambda _: task.cancel())
        try:
            yield future
        except BaseException as raised:
            error = raised


async def cancelled_at(k, moment, coro):
    return await resume(k, moment, coro)


async def settle():
    for _ in range(12):
        await asyncio.sleep(0)


def later(rounds, function, *arguments):
    """Calls a function after so many rounds of the loop."""
    if rounds:
        asyncio.get_running_loop().call_soon(later, rounds - 1, function, *arguments)
    else:
        function(*arguments)


async def lock():
    lock, log = asyncio.Lock(), []

    async def use(name, rounds):
        for _ in range(rounds):
            async with lock:
                await asyncio.sleep(0)
            log.append(name)

    others = [asyncio.create_task(use(name, 2)) for name in "ab"]
    yield use("x", 2)
    await asyncio.gather(*others)
    yield not lock.locked(), not lock._waiters, sorted(log)


async def semaphore():
    semaphore, log = asyncio.BoundedSemaphore(2), []

    async def use(name):
        for _ in range(2):
            async with semaphore:
                await asyncio.sleep(0)
            log.append(name)

    others = [asyncio.create_task(use(name)) for name in "abc"]
    yield use("x")
    await asyncio.gather(*others)
    free = 0
    while not semaphore.locked():
        await semaphore.acquire()
        free += 1
    yield free, sorted(log)


async def condition():
    condition, log, tokens = asyncio.Condition(), [], []

    async def wait(name):
        async with condition:
            await condition.wait_for(lambda: tokens)
            log.append(name)
            tokens.pop()

    async def give(count):
        for _ in range(count):
            await asyncio.sleep(0)
            async with condition:
                tokens.append(1)
                condition.notify()
                # Those who wake wait for the lock.
                await asyncio.sleep(0)

    before = asyncio.create_task(wait("a"))
    giver = asyncio.create_task(give(2))
    later(1, lambda: others.append(asyncio.create_task(wait("b"))))
    others = [before]
    yield wait("x")
    # Who is cancelled after it was notified passes that on, so two notifications are enough for the other two.
    await giver
    await give(log.count("x"))
    await asyncio.gather(*others)
    yield not condition.locked(), not condition._waiters, sorted(log), len(tokens)


async def event():
    event, log = asyncio.Event(), []

    async def wait(name):
        log.append((name, await event.wait()))

    other = asyncio.create_task(wait("a"))
    later(4, event.set)
    yield wait("x")
    await other
    yield event.is_set(), not event._waiters, sorted(log)


async def barrier():
    barrier, log = asyncio.Barrier(3), []

    async def wait(name):
        await asyncio.sleep(0)
        async with barrier:
            log.append(name)
            await asyncio.sleep(0)

    others = [asyncio.create_task(wait(name)) for name in "ab"]
    yield wait("x")
    await settle()
    if len(log) < 2:
        await wait("instead")
    await asyncio.gather(*others)
    yield barrier.n_waiting, barrier.broken, len(log) >= 2


async def queue():
    queue, got, put = asyncio.Queue(1), [], []

    async def produce(name):
        for n in range(3):
            await queue.put((name, n))
            put.append((name, n))

    async def consume():
        while True:
            item = await queue.get()
            got.append(item)
            queue.task_done()

    consumer = asyncio.create_task(consume())
    other = asyncio.create_task(produce("a"))
    yield produce("x")
    await other
    await queue.join()
    consumer.cancel()
    await settle()
    # A put that was cancelled has not happened, and one that has happened was not cancelled.
    yield sorted(got) == sorted(put), not queue._putters, not queue._getters, sorted(got)


async def queue_get():
    queue, got = asyncio.Queue(), []

    async def consume(count):
        for _ in range(count):
            got.append(await queue.get())

    async def produce():
        for n in range(4):
            await asyncio.sleep(0)
            queue.put_nowait(n)

    producer = asyncio.create_task(produce())
    other = asyncio.create_task(consume(2))
    yield consume(2)
    await asyncio.gather(producer, other)
    while not queue.empty():
        got.append(queue.get_nowait())
    # Nothing is lost and nothing comes twice.
    yield got, not queue._getters


async def shut_down():
    queue = asyncio.Queue(1)

    async def use():
        await queue.put(1)
        try:
            await queue.put(2)
        except asyncio.QueueShutDown:
            return "shut down"

    later(4, queue.shutdown)
    yield use()
    yield queue.qsize(), not queue._putters


async def group():
    ended, children = [], []

    async def child(n):
        try:
            for _ in range(n):
                await asyncio.sleep(0)
        finally:
            ended.append(n)

    async def use():
        async with asyncio.TaskGroup() as group:
            children.extend(group.create_task(child(n)) for n in range(1, 4))
            await asyncio.sleep(0)
        return "all"

    yield use()
    # Whatever happens, no child is left behind.
    yield all(one.done() for one in children), len(children), len(ended)


async def gathering():
    log = []

    async def child(n):
        try:
            for _ in range(n):
                await asyncio.sleep(0)
            return n
        except asyncio.CancelledError:
            log.append(n)
            raise

    async def use():
        return await asyncio.gather(*[child(n) for n in range(1, 4)], return_exceptions=True)

    yield use()
    await settle()
    yield log


async def waiting():
    async def child(n):
        for _ in range(n):
            await asyncio.sleep(0)
        return n

    tasks = [asyncio.create_task(child(n)) for n in range(1, 5)]

    async def use():
        done, left = await asyncio.wait(tasks, return_when="FIRST_COMPLETED")
        first = len(done), len(left)
        return first, sorted([await one for one in asyncio.as_completed(left)])

    yield use()
    # What is waited for is not cancelled.
    yield await asyncio.gather(*tasks), [len(task._callbacks or ()) for task in tasks]


async def time_limits():
    log = []

    async def inner():
        try:
            await asyncio.sleep(0)
            await asyncio.sleep(0)
        finally:
            log.append("inner ended")

    async def use():
        async with asyncio.timeout(10) as limit:
            await asyncio.wait_for(inner(), 10)
            log.append("once")
            await asyncio.shield(asyncio.create_task(inner()))
        return limit.expired()

    yield use()
    await settle()
    scheduled = [handle for handle in asyncio.get_running_loop()._scheduled if not handle.cancelled()]
    yield log, len(scheduled)


async def futures():
    future = asyncio.get_running_loop().create_future()

    async def use():
        await asyncio.sleep(0)
        return await future

    later(5, lambda: future.done() or future.set_result("set"))
    yield use()
    await settle()
    yield future.cancelled(), future.done()


async def generators():
    log = []

    async def numbers():
        try:
            for n in range(3):
                await asyncio.sleep(0)
                yield n
        finally:
            await asyncio.sleep(0)
            log.append("closed")

    async def use():
        source = numbers()
        try:
            async for n in source:
                await asyncio.sleep(0)
                log.append(n)
        finally:
            await source.aclose()

    yield use()
    await settle()
    yield log


async def attempt(scenario, k, moment):
    """Whether it ran through without being cancelled, and what is seen then."""
    steps = scenario()
    task = asyncio.create_task(cancelled_at(k, moment, await anext(steps)))
    before = task.cancelling()
    try:
        outcome = await task
    except asyncio.CancelledError:
        outcome = "cancelled"
    seen = await anext(steps)
    await steps.aclose()
    await settle()
    left = len(asyncio.all_tasks())
    return task.cancelling() == before, (outcome, seen, left)


async def main():
    for scenario in (lock, semaphore, condition, event, barrier, queue, queue_get, shut_down, group, gathering, waiting, time_limits,
                     futures, generators):
        for moment in "waiting", "over":
            print(scenario.__name__, moment)
            for k in range(1, 40):
                uncancelled, seen = await asyncio.wait_for(attempt(scenario, k, moment), 10)
                print("   ", k, *seen)
                if uncancelled:
                    break
            else:
                print("    without end")


asyncio.run(main())
