# In debug mode as well a task that has failed dies when nobody refers to it any more, and its exception is told of then, in its context.
import asyncio
import contextvars

name = contextvars.ContextVar("name", default="outer")


async def fail():
    name.set("task's")
    raise ValueError


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"], name.get()))
    asyncio.create_task(fail())
    await asyncio.sleep(0)
    print("after", name.get())
    group = asyncio.TaskGroup()
    late = asyncio.sleep(0)
    try:
        group.create_task(late)
    except RuntimeError as error:
        print(str(error).split("> ")[1])


asyncio.run(main())
asyncio.run(main(), debug=True)
