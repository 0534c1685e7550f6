import asyncio
import types


@types.coroutine
def give(value):
    yield value


async def main():
    for value in 3, asyncio.get_running_loop().create_future():
        try:
            await give(value)
        except RuntimeError as error:
            print(str(error).split(" in task ")[0].split(" got bad yield")[-1])
    other = asyncio.new_event_loop()
    foreign = other.create_future()
    try:
        await foreign
    except RuntimeError as error:
        print("attached to a different loop" in str(error))
    other.close()
    task = asyncio.current_task()
    try:
        await task
    except RuntimeError as error:
        print(str(error).startswith("Task cannot await on itself: <Task pending name='Task-1'"))
    try:
        asyncio.Task(3)
    except TypeError as error:
        print(error)


asyncio.run(main())
