import asyncio
import contextvars

variable = contextvars.ContextVar("variable", default=0)


async def set_to(value):
    before = variable.get()
    variable.set(value)
    return before


async def nested():
    coroutine = set_to(1)
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()


print(asyncio.run(set_to(1)), asyncio.run(set_to(2)))
asyncio.run(nested())
with asyncio.Runner() as runner:
    print(runner.run(set_to(1)), runner.run(set_to(2)), runner.run(set_to(3)), variable.get())
    loop = runner.get_loop()
print(loop.is_closed())
try:
    runner.get_loop()
except RuntimeError as error:
    print(error)
try:
    asyncio.run(3)
except ValueError as error:
    print(error)


async def leaves_a_task():
    async def left():
        try:
            await asyncio.sleep(5)
        finally:
            print("left task is cancelled")
    asyncio.create_task(left())
    await asyncio.sleep(0)


asyncio.run(leaves_a_task())
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
