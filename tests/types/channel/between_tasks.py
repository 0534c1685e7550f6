# by hand
# Tasks hand items to one another; an await that has not to wait does not give way to other tasks.
import asyncio
import channel


async def stream(capacity, producers, consumers, count=50):
    ch = channel.Channel(capacity)
    got = []

    async def produce(owner):
        for i in range(count):
            await ch.asend((owner, i))

    async def consume():
        async for item in ch:
            got.append(item)

    receivers = [asyncio.create_task(consume()) for _ in range(consumers)]
    async with asyncio.TaskGroup() as group:
        for owner in range(producers):
            group.create_task(produce(owner))
    ch.close()
    await asyncio.gather(*receivers)
    assert sorted(got) == [(owner, i) for owner in range(producers) for i in range(count)]
    for owner in range(producers):
        if consumers == 1:
            assert [i for who, i in got if who == owner] == list(range(count))
    return len(got)


async def main():
    for capacity in (None, 0, 1, 7):
        print(capacity, await stream(capacity, 1, 1), await stream(capacity, 3, 1), await stream(capacity, 1, 3), await stream(capacity, 2, 2))

    # Nothing but a wait gives way.
    order = []
    other = asyncio.create_task(asyncio.sleep(0))
    other.add_done_callback(lambda _: order.append("other"))
    ch = channel.Channel(5)
    for i in range(5):
        await ch.asend(i)
    order.append([await ch.arecv() for _ in range(5)])
    print(order, other.done())
    await other

    # Waiters are served in the order in which they came.
    ch = channel.Channel(0)
    served = []

    async def take(name):
        served.append((name, await ch.arecv()))

    tasks = [asyncio.create_task(take(name)) for name in "abc"]
    await asyncio.sleep(0)
    for i in range(3):
        await ch.asend(i)
    await asyncio.gather(*tasks)
    print(served)

    async def give(item):
        await ch.asend(item)
        served.append(item)

    served.clear()
    tasks = [asyncio.create_task(give(name)) for name in "xyz"]
    await asyncio.sleep(0)
    print([await ch.arecv() for _ in range(3)], len(ch))
    await asyncio.gather(*tasks)
    print(served)

    # The operations are coroutines to asyncio.
    ch = channel.Channel(1)
    print(asyncio.iscoroutine(op := ch.arecv()), op.__name__, op.__qualname__)
    print(repr(op).partition(", at ")[0])
    task = asyncio.create_task(op)
    await asyncio.sleep(0)
    print(repr(op).partition(", at ")[0])
    await ch.asend("for the task")
    print(await task, repr(op).partition(", at ")[0])
    print(await asyncio.gather(ch.arecv(), ch.asend("gathered")))
    print(await asyncio.wait_for(ch.asend("in time"), 1), await asyncio.wait_for(ch.arecv(), 1))
    try:
        await op
    except RuntimeError as error:
        print(error)


asyncio.run(main())


# Without a loop an await that has to wait is refused, and one that has not is fine.
def drive(awaitable):
    try:
        awaitable.send(None)
    except StopIteration as stop:
        return "gave", stop.value
    except Exception as error:
        return type(error).__name__, str(error)


ch = channel.Channel(1)
print(drive(ch.asend("x")), drive(ch.asend("y")), drive(ch.arecv()), drive(ch.arecv()), len(ch))


async def both():
    await ch.asend(1)
    return await ch.arecv()


print(drive(both()))
ch.close()
print(drive(ch.arecv()), drive(ch.__anext__()))
