# by hand
# Tasks that receive, send and choose are cancelled at each of their suspensions, before and after they were handed something.
# Nothing is lost, nothing comes twice, and nobody is left in a queue.
import asyncio
import channel


def shown(ch):
    return repr(ch).partition(" at ")[0]


async def steps(count):
    for _ in range(count):
        await asyncio.sleep(0)


async def cancelled(make, at, after):
    """Cancels a task of make() after `at` rounds of the loop; `after` runs before that in the same round. What the task was."""
    task = asyncio.create_task(make())
    await steps(at)
    after()
    task.cancel()
    try:
        return "gave", await task
    except asyncio.CancelledError:
        return "cancelled"


async def receiving():
    for at in range(4):
        for capacity in (None, 0, 2):
            ch = channel.Channel(capacity)
            results = []

            async def receive():
                results.append(await ch.arecv())
                results.append(await ch.arecv())

            # Handed over in the same round in which the task is cancelled: the item is there again.
            sent = []
            outcome = await cancelled(receive, at, lambda: sent.append(ch.try_send("item")))
            rest = [ch.try_recv() for _ in range(len(ch))]
            assert sent == [True] or capacity == 0 and at == 0, (at, capacity, sent)
            assert results + rest == ["item"] * sum(sent), (results, rest)
            assert "receiving" not in repr(ch)
            print(at, capacity, outcome, len(results), len(rest), shown(ch))


async def handed_to_the_next():
    # Of three receivers the one in the middle is cancelled after it was handed the second item: the next one gets it.
    ch = channel.Channel(0)
    got = []

    async def receive(name):
        got.append((name, await ch.arecv()))

    tasks = [asyncio.create_task(receive(name)) for name in "abcd"]
    await steps(1)
    for i in range(3):
        assert ch.try_send(i)
    tasks[1].cancel()
    await asyncio.gather(*tasks[:3], return_exceptions=True)
    print(got, [task.cancelled() for task in tasks[:3]], tasks[3].done())
    await steps(1)
    print(got)
    # Its place is the first: what was handed over earlier comes out earlier.
    task = asyncio.create_task(ch.arecv())
    await steps(1)
    assert ch.try_send("first")
    task.cancel()
    await asyncio.wait([task])
    print(len(ch), shown(ch), ch.try_recv(), ch.try_recv())


async def sending():
    for at in range(4):
        ch = channel.Channel(0)
        taken = []
        outcome = await cancelled(lambda: ch.asend("item"), at, lambda: taken.append(ch.try_recv()))
        # It has happened if somebody has it, and only then.
        rest = [ch.try_recv() for _ in range(len(ch))]
        assert rest == [] and "sending" not in repr(ch)
        print(at, outcome, taken)


async def choosing():
    for at in range(4):
        a, b, full = channel.Channel(), channel.Channel(0), channel.Channel(1)
        full.send("there")
        results = []

        async def choose():
            results.append(await channel.aselect([a, b, (full, "mine")]))

        for act in (lambda: a.send("to a"), lambda: b.try_send("to b"), lambda: full.recv(), lambda: None):
            outcome = await cancelled(choose, at, act)
            left = [[ch.try_recv() for _ in range(len(ch))] for ch in (a, b, full)]
            for ch in (a, b, full):
                assert "receiving" not in repr(ch) and "sending" not in repr(ch), repr(ch)
            print(at, outcome, results, left)
            results.clear()
            full.try_send("there")


async def iterating():
    ch = channel.Channel(0)
    got = []

    async def iterate():
        async for item in ch:
            got.append(item)

    for i in range(4):
        task = asyncio.create_task(iterate())
        await steps(1)
        for n in range(i):
            await ch.asend((i, n))
        task.cancel()
        await asyncio.wait([task])
        print(got, [ch.try_recv() for _ in range(len(ch))])
        got.clear()


async def dropped():
    # A coroutine that is closed, or dies, in the middle.
    ch = channel.Channel(0)
    for end in ("close", "del"):
        loop = asyncio.get_running_loop()
        op = ch.arecv()
        future = op.send(None)
        assert ch.try_send(end)
        if end == "close":
            op.close()
        del op
        print(end, len(ch), ch.try_recv(), shown(ch))
        op = ch.arecv()
        future = op.send(None)
        if end == "close":
            op.close()
        del op
        print(ch.try_send("nobody"), shown(ch))


async def main():
    for part in (receiving, handed_to_the_next, sending, choosing, iterating, dropped):
        print(part.__name__)
        await part()


asyncio.run(main())
