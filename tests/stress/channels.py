# Channels between threads and tasks of several loops: sends, receives, choices, timeouts, cancellations and closes at any time.
# Every item arrives once, or is still there.
import asyncio
import channel
import threading
from harness import done, race, rounds, scaled

SENDERS = 3


def one_round(random):
    capacity = random.choice((None, 0, 1, 3))
    other_capacity = random.choice((None, 0, 2))
    first, second = channel.Channel(capacity), channel.Channel(other_capacity)
    count = scaled(300, 20)
    sent = [[] for _ in range(SENDERS + 2)]
    got = [[] for _ in range(4)]
    left = [None] * (SENDERS + 2)

    def through():
        # The last sender closes both.
        left.pop()
        if not left:
            first.close()
            second.close()

    def send(owner):
        def run():
            mine = sent[owner]
            try:
                for number in range(count):
                    item = (owner, number)
                    way = number % 4
                    if way == 0:
                        first.send(item)
                    elif way == 1:
                        channel.select([(first, item), (second, item)])
                    elif way == 2:
                        try:
                            second.send(item, timeout=0.0002)
                        except TimeoutError:
                            continue
                    elif not first.try_send(item):
                        second.send(item)
                    mine.append(item)
            finally:
                through()
        return run

    def send_from_loop(owner):
        async def one(item, mine, patience):
            try:
                async with asyncio.timeout(patience):
                    await channel.aselect([(first, item), (second, item)])
            except TimeoutError:
                # It has happened or not: whoever has it says so.
                mine.append(("maybe", item))
            else:
                mine.append(item)

        async def run():
            mine = sent[owner]
            for number in range(0, count, 4):
                # Three at a time: one is cancelled at some moment, one may be too late.
                tasks = [asyncio.create_task(one((owner, number + i), mine, 0.0005 if i == 1 else None)) for i in range(3)]
                for _ in range(number % 5):
                    await asyncio.sleep(0)
                if tasks[2].cancel():
                    mine.append(("maybe", (owner, number + 2)))
                await asyncio.wait(tasks)

        def start():
            try:
                asyncio.run(run())
            finally:
                through()
        return start

    def receive(mine):
        def run():
            channels = [first, second]
            number = 0
            while channels:
                number += 1
                try:
                    if number % 3 == 0:
                        mine.append(channels[0].recv(timeout=0.0003))
                    elif number % 7 == 0:
                        case, item = channel.select(channels, timeout=0.0002)
                        mine.append(item)
                    else:
                        case, item = channel.select(channels)
                        mine.append(item)
                except TimeoutError:
                    pass
                except channel.Closed as error:
                    channels.remove(error.channel)
        return run

    def receive_in_loop(mine):
        async def iterate(ch):
            async for item in ch:
                mine.append(item)

        async def impatient():
            # Cancelled again and again, at any moment.
            while True:
                for ch in (first, second):
                    task = asyncio.create_task(ch.arecv())
                    await asyncio.sleep(0)
                    task.cancel()
                    try:
                        mine.append(await task)
                    except (asyncio.CancelledError, channel.Closed):
                        pass
                    else:
                        await asyncio.sleep(0)
                if first.closed:
                    return
                await asyncio.sleep(0.0001)

        async def run():
            await asyncio.gather(iterate(first), iterate(second), impatient())

        return lambda: asyncio.run(run())

    def watch():
        assert 0 <= len(first) and 0 <= len(second)
        assert "channel.Channel" in repr(first)

    workers = [send(owner) for owner in range(SENDERS)]
    workers += [send_from_loop(SENDERS), send_from_loop(SENDERS + 1)]
    workers += [receive(got[0]), receive(got[1]), receive_in_loop(got[2]), receive_in_loop(got[3])]
    race(workers, [watch])

    arrived = sum(got, [])
    for ch in (first, second):
        # What was handed back after everybody had gone.
        arrived.extend(ch)
    assert len(arrived) == len(set(arrived)), "an item came twice"
    arrived = set(arrived)
    certain, possible = set(), set()
    for mine in sent:
        for item in mine:
            if item[0] == "maybe":
                possible.add(item[1])
            else:
                certain.add(item)
    assert certain <= arrived, sorted(certain - arrived)
    assert arrived <= certain | possible, sorted(arrived - certain - possible)
    assert "receiving" not in repr(first) and "sending" not in repr(second), (first, second)


for random in rounds():
    one_round(random)
done()
