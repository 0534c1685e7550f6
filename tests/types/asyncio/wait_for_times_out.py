import asyncio


async def stubborn(log):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log.append("cancelled")
        raise


async def main():
    log = []
    try:
        await asyncio.wait_for(stubborn(log), 0.01)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), log)
    print(await asyncio.wait_for(asyncio.sleep(0, "in time"), 1))
    print(await asyncio.wait_for(asyncio.sleep(0, "any time"), None))
    try:
        await asyncio.wait_for(stubborn(log), 0)
    except TimeoutError as error:
        print(repr(error), log)
    done = asyncio.get_running_loop().create_future()
    done.set_result("done")
    print(await asyncio.wait_for(done, 0))


asyncio.run(main())
