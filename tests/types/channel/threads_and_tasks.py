# by hand
# The sides of a channel are threads and tasks, of one loop or of two in two threads.
import asyncio
import channel
import threading

COUNT = 200


def in_thread(function, *args):
    thread = threading.Thread(target=function, args=args)
    thread.start()
    return thread


def produce(ch, owner):
    for i in range(COUNT):
        ch.send((owner, i))


async def aproduce(ch, owner):
    for i in range(COUNT):
        await ch.asend((owner, i))


async def consume(ch, got):
    async for item in ch:
        got.append(item)


def check(got, owners):
    assert sorted(got) == sorted((owner, i) for owner in owners for i in range(COUNT)), len(got)
    for owner in owners:
        mine = [i for who, i in got if who == owner]
        assert mine == sorted(mine)


for capacity in (None, 0, 1, 5):
    # A thread sends to tasks.
    async def receive():
        ch = channel.Channel(capacity)
        got = []
        thread = in_thread(produce, ch, 0)
        task = asyncio.create_task(consume(ch, got))
        while thread.is_alive():
            await asyncio.sleep(0.001)
        thread.join()
        ch.close()
        await task
        check(got, [0])

    asyncio.run(receive())

    # Tasks send to a thread.
    got = []
    ch = channel.Channel(capacity)
    thread = in_thread(lambda: got.extend(ch))

    async def send():
        await asyncio.gather(aproduce(ch, 1), aproduce(ch, 2))

    asyncio.run(send())
    ch.close()
    thread.join()
    check(got, [1, 2])

    # Tasks of two loops, both ways.
    there, back = channel.Channel(capacity), channel.Channel(capacity)

    async def echo():
        async for item in there:
            await back.asend(item)
        back.close()

    async def ask():
        for i in range(COUNT):
            await there.asend((3, i))
            got.append(await back.arecv())
        there.close()
        return [item async for item in back]

    got = []
    thread = in_thread(lambda: asyncio.run(echo()))
    rest = asyncio.run(ask())
    thread.join()
    check(got, [3])
    assert rest == []

    # Everybody: two threads and tasks of two loops on each side.
    ch = channel.Channel(capacity)
    results = [[] for _ in range(4)]

    async def send_all():
        await asyncio.gather(aproduce(ch, 4), aproduce(ch, 5))

    async def receive_all(n):
        await asyncio.gather(consume(ch, results[n]), consume(ch, results[n]))

    receivers = [
        in_thread(lambda: results[0].extend(ch)),
        in_thread(lambda: results[1].extend(ch)),
        in_thread(lambda: asyncio.run(receive_all(2))),
        in_thread(lambda: asyncio.run(receive_all(3))),
    ]
    senders = [
        in_thread(produce, ch, 6),
        in_thread(produce, ch, 7),
        in_thread(lambda: asyncio.run(send_all())),
    ]
    for thread in senders:
        thread.join()
    ch.close()
    for thread in receivers:
        thread.join()
    everything = sum(results, [])
    assert sorted(everything) == sorted((owner, i) for owner in (4, 5, 6, 7) for i in range(COUNT))
    print(capacity, len(everything))


# A choice of a thread and a choice of a task meet.
left, right = channel.Channel(0), channel.Channel(0)


async def choose():
    return [await channel.aselect([left, (right, i)]) for i in range(COUNT)]


def also():
    for i in range(COUNT):
        others.append(channel.select([right, (left, i)]))


others = []
thread = in_thread(also)
mine = asyncio.run(choose())
thread.join()
assert sum(case == 0 for case, _ in mine) == sum(case == 1 for case, _ in others)
print(len(mine), len(others), repr(left).partition(" at ")[0])


# A receiver whose loop was closed in the middle of its wait is passed over.
ch = channel.Channel(0)


async def wait():
    # Nobody else refers to a task of a closed loop.
    global lost
    lost = asyncio.create_task(ch.arecv())
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.run_until_complete(wait())
print("1 receiving" in repr(ch))
loop.close()
got = []
thread = in_thread(lambda: got.append(ch.recv()))
while "2 receiving" not in repr(ch):
    pass
ch.send("for the living")
thread.join()
print(got)
import gc
import io
import sys

# The lost task says so when it dies.
sys.stderr = io.StringIO()
del loop, lost
gc.collect()
print(repr(ch).partition(" at ")[0])
