import asyncio


async def at_once(log):
    log.append(asyncio.current_task().get_name())
    return "done"


async def waits(log):
    log.append("begun")
    await asyncio.sleep(0)
    log.append("ended")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    log = []
    task = loop.create_task(at_once(log), name="eager")
    print(log, task.done(), task.result(), task.get_coro())
    task = loop.create_task(waits(log))
    print(log, task.done(), task in asyncio.all_tasks())
    await task
    print(log, asyncio.current_task().get_name())
    loop.set_task_factory(None)
    task = asyncio.Task(at_once(log), loop=loop, eager_start=True, name="other")
    print(task.done())


asyncio.run(main())
