# asyncio.sleep(): its results and order, what a loop sees of it, and sleepers that give up.
import asyncio
import gc
import time
import weakref


class Result:
    pass


async def order():
    told = []

    async def sleeper(name, delay):
        told.append((name, await asyncio.sleep(delay, result=name.upper())))

    async def ready():
        for i in range(3):
            told.append(i)
            await asyncio.sleep(0)

    loop = asyncio.get_running_loop()
    # The clock is read once for each, so times rise; those that are due come in the order of their times, before what they wake.
    tasks = [asyncio.create_task(sleeper(name, delay)) for name, delay in [("c", 0.03), ("a", 0.01), ("b", 0.02), ("d", 0.04)]]
    await ready()
    await asyncio.gather(*tasks)
    print(told)
    print(await asyncio.sleep(0, "zero"), await asyncio.sleep(-1, "less"), await asyncio.sleep(0.001, None), await asyncio.sleep(0.001, told) is told)
    for wrong in (float("nan"), "1", None, 1j):
        try:
            await asyncio.sleep(wrong)
        except Exception as e:
            print(type(e).__name__, e)


async def seen_by_the_loop():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(asyncio.sleep(1000, "never"))
    await asyncio.sleep(0)
    future = task._fut_waiter
    print(type(future).__name__, future.done(), future._state, future._result, task.get_coro().cr_await is not None)
    handles = [handle for handle in loop._scheduled if not handle.cancelled()]
    print([(type(h).__name__, h._callback.__name__, h._args[0] is future, h._args[1], h.when() > loop.time() + 990) for h in handles])
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as e:
        print(type(e).__name__, future.cancelled())
    print([handle for handle in loop._scheduled if not handle.cancelled()])
    # Somebody else ends the future.
    task = asyncio.create_task(asyncio.sleep(1000, "never"))
    await asyncio.sleep(0)
    task._fut_waiter.set_result("early")
    print(await task)
    task = asyncio.create_task(asyncio.sleep(1000))
    await asyncio.sleep(0)
    task._fut_waiter.set_exception(KeyError("early"))
    print(await asyncio.gather(task, return_exceptions=True))


async def given_up():
    loop = asyncio.get_running_loop()
    # A coroutine that is closed lets go of its result, and of nothing else.
    result = Result()
    gone = weakref.ref(result)
    coroutine = asyncio.sleep(1000, result)
    future = coroutine.send(None)
    coroutine.close()
    print(future)
    del result, coroutine, future
    gc.collect()
    # Many sleepers that are cancelled do not stay until their time has come.
    tasks = [asyncio.create_task(asyncio.sleep(1000, i)) for i in range(500)]
    await asyncio.sleep(0)
    for task in tasks[::2] + tasks[1:400:2]:
        task.cancel()
    done, pending = await asyncio.wait(tasks, timeout=0.01)
    print(len(done), len(pending), all(task.cancelled() for task in done))
    await asyncio.sleep(0.001)
    gc.collect()
    print(len(loop._scheduled) < 250, gone())
    for task in pending:
        task.cancel()
    await asyncio.wait(pending)
    # Cancelled when it is due already.
    task = asyncio.create_task(asyncio.sleep(0.001, "late"))
    await asyncio.sleep(0)
    loop.call_later(0.001, task.cancel)
    time.sleep(0.01)
    try:
        print(await task)
    except asyncio.CancelledError:
        print("cancelled")


class Loop(asyncio.SelectorEventLoop):
    def call_later(self, delay, callback, *args, context=None):
        print("call_later", delay, callback.__name__, args[1:])
        return super().call_later(delay, callback, *args, context=context)


class FutureLoop(asyncio.SelectorEventLoop):
    def create_future(self):
        print("create_future")
        return super().create_future()


class TimeLoop(asyncio.SelectorEventLoop):
    ahead = 0

    def time(self):
        self.ahead += 1000
        return super().time() + self.ahead


async def short(delay=0.001):
    return await asyncio.sleep(delay, "slept")


asyncio.run(order())
asyncio.run(seen_by_the_loop())
asyncio.run(given_up())
for factory in (Loop, FutureLoop):
    print(asyncio.run(short(), loop_factory=factory))
print(asyncio.run(short(30), loop_factory=TimeLoop))
print(asyncio.run(short(), debug=True))
