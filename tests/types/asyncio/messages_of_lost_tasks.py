import asyncio
import gc
import logging
import os


class Show(logging.Handler):
    def emit(self, record):
        before, coroutine, after = record.getMessage().partition("coro=<waits()")
        # Where it is depends on which of the two dies first, it or its task.
        text = before + coroutine + after[after.find(">"):] if coroutine else before
        print(record.name, record.levelname, text.replace(os.path.dirname(__file__) + "/", ""))
        print(repr(record.exc_info[1]) if record.exc_info else None)


logging.getLogger("asyncio").addHandler(Show())
logging.getLogger("asyncio").propagate = False


async def fail():
    raise ValueError("nobody looks")


async def waits():
    await asyncio.get_running_loop().create_future()


async def main():
    task = asyncio.create_task(fail(), name="failed")
    await asyncio.sleep(0)
    del task
    future = asyncio.get_running_loop().create_future()
    future.set_exception(KeyError("lost"))
    del future
    asyncio.get_running_loop().call_soon(int, "x")
    await asyncio.sleep(0)


asyncio.run(main())
loop = asyncio.new_event_loop()
task = loop.create_task(waits(), name="left")
loop.run_until_complete(asyncio.sleep(0))
loop.close()
del task, loop
gc.collect()
