import asyncio


def handler(loop, context):
    print(context["message"].split(" at ")[0], repr(context.get("exception")), sorted(context))


def fail():
    raise ValueError("callback")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(fail)
    await asyncio.sleep(0)

    async def lost():
        raise KeyError("lost")

    task = asyncio.create_task(lost())
    await asyncio.sleep(0)
    del task
    future = loop.create_future()
    future.set_exception(OSError("nobody asks"))
    del future
    try:
        loop.set_exception_handler(3)
    except TypeError as error:
        print(error)
    loop.call_exception_handler({"message": "own"})


asyncio.run(main())
