# A loop whose class, or which itself, has other methods than the library's: tasks and futures use them.
import asyncio
import heapq


class Counting(asyncio.SelectorEventLoop):
    calls = 0
    made = 0

    def call_soon(self, callback, *args, context=None):
        self.calls += 1
        return super().call_soon(callback, *args, context=context)

    def create_task(self, coro, **kwargs):
        self.made += 1
        return super().create_task(coro, **kwargs)


async def leaf():
    await asyncio.sleep(0)
    return 1


async def main():
    tasks = [asyncio.create_task(leaf()) for _ in range(3)]
    return sum(await asyncio.gather(*tasks, leaf()))


loop = Counting()
print(loop.run_until_complete(main()), loop.calls >= 9, loop.made)
loop.close()


class Simulated(asyncio.SelectorEventLoop):
    """Time passes only when there is nothing else to do."""

    now = 1000.0

    def time(self):
        return self.now

    def _run_once(self):
        if not self._ready and self._scheduled:
            self.now = max(self.now, min(timer.when() for timer in self._scheduled))
        super()._run_once()


async def sleeps(log, name, seconds):
    await asyncio.sleep(seconds)
    log.append((name, asyncio.get_running_loop().time()))


async def simulated():
    log = []
    await asyncio.gather(sleeps(log, "day", 86400), sleeps(log, "hour", 3600), sleeps(log, "minute", 60))
    try:
        async with asyncio.timeout(7200):
            await asyncio.sleep(100000)
    except TimeoutError:
        log.append(("timeout", asyncio.get_running_loop().time()))
    return log


loop = Simulated()
print(loop.run_until_complete(simulated()))
loop.close()

# On the loop itself, while it runs.
loop = asyncio.new_event_loop()
seen = []


async def replaced():
    original = loop.call_soon

    def call_soon(callback, *args, context=None):
        seen.append(len(args))
        return original(callback, *args, context=context)

    loop.call_soon = call_soon
    await leaf()
    future = loop.create_future()
    loop.call_later(0, future.set_result, 5)
    value = await future
    del loop.call_soon
    before = len(seen)
    await leaf()
    return value, before == len(seen)


print(loop.run_until_complete(replaced()), seen)
loop.close()


# A factory of tasks, set while the loop runs.
async def factories():
    running = asyncio.get_running_loop()
    made = []

    def factory(loop, coro, **kwargs):
        made.append(sorted(kwargs))
        return asyncio.Task(coro, loop=loop, **kwargs)

    running.set_task_factory(factory)
    print(running.get_task_factory() is factory)
    task = asyncio.create_task(leaf(), name="first")
    print(await asyncio.gather(task, leaf()), task.get_name(), made)
    running.set_task_factory(None)
    print(await asyncio.create_task(leaf()), len(made), running.get_task_factory())


asyncio.run(factories())
