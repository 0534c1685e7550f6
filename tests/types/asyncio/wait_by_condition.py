import asyncio


async def value(n, delay):
    await asyncio.sleep(delay)
    if n < 0:
        raise ValueError(n)
    return n


async def main():
    tasks = [asyncio.create_task(value(n, n / 50)) for n in range(3)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(tasks)
    print(sorted(task.result() for task in done), pending)
    tasks = [asyncio.create_task(value(-1, 0)), asyncio.create_task(value(1, 5))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print([repr(task.exception()) for task in done], len(pending))
    done, pending = await asyncio.wait(pending, timeout=0.01)
    print(len(done), len(pending))
    for task in pending:
        task.cancel()
    done, pending = await asyncio.wait(pending)
    print([task.cancelled() for task in done])
    for wrong in [], asyncio.sleep(0), [asyncio.sleep(0)]:
        try:
            await asyncio.wait(wrong)
        except (TypeError, ValueError) as error:
            print(error)
        for coroutine in wrong if isinstance(wrong, list) else [wrong]:
            coroutine.close()


asyncio.run(main())
