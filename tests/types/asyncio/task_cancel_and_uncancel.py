import asyncio


async def waits():
    await asyncio.sleep(5)


async def once_more(log):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError as error:
        log.append(error.args)
    task = asyncio.current_task()
    log.append((task.cancelling(), task.uncancel(), task.uncancel()))
    return "went on"


async def main():
    task = asyncio.create_task(waits(), name="sleeper")
    await asyncio.sleep(0)
    print(task.cancel("a reason"), task.cancelling(), task.done())
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error))
    print(task.cancelled(), task.cancel(), task.get_name())
    log = []
    task = asyncio.create_task(once_more(log))
    await asyncio.sleep(0)
    task.cancel("one")
    print(await task, log)
    # Before it has begun.
    task = asyncio.create_task(waits())
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("never began", task.get_coro().cr_frame)
    for method in task.set_result, task.set_exception:
        try:
            method(ValueError())
        except RuntimeError as error:
            print(error)
    # In its last step.
    async def at_the_end():
        asyncio.current_task().cancel("end")
        return 1
    try:
        await asyncio.create_task(at_the_end())
    except asyncio.CancelledError as error:
        print(repr(error))
    print(asyncio.all_tasks() == {asyncio.current_task()})


asyncio.run(main())
