import asyncio


async def fail(error, delay=0):
    await asyncio.sleep(delay)
    raise error


async def record(log):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log.append("cancelled")
        raise


async def main():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(asyncio.sleep(0.01, 1), name="first")
        second = group.create_task(asyncio.sleep(0, 2))
        print(group)
    print(first.result(), second.result(), first.get_name(), group)
    log = []
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(record(log))
            group.create_task(fail(ValueError(1)))
            await asyncio.sleep(5)
    except* ValueError as error:
        print(repr(error), log, asyncio.current_task().cancelling())
    # The block's own error is among them.
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(record(log))
            await asyncio.sleep(0)
            raise KeyError(2)
    except* KeyError as error:
        print(repr(error), log)
    # A failure goes before a cancellation from outside.
    async def outer():
        async with asyncio.TaskGroup() as group:
            async def late():
                try:
                    await asyncio.sleep(5)
                except asyncio.CancelledError:
                    raise ValueError(3)
            group.create_task(late())
            await asyncio.sleep(5)
    task = asyncio.create_task(outer())
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except ExceptionGroup as error:
        print(repr(error), task.cancelling())
    # A cancellation alone passes through.
    async def calm():
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.sleep(5))
    task = asyncio.create_task(calm())
    await asyncio.sleep(0.01)
    task.cancel("why")
    try:
        await task
    except asyncio.CancelledError as error:
        print(type(error).__name__, task.cancelled())
    try:
        asyncio.TaskGroup().create_task(asyncio.sleep(0))
    except RuntimeError as error:
        print(error)
    try:
        group.create_task(asyncio.sleep(0))
    except RuntimeError as error:
        print(error)


asyncio.run(main())
