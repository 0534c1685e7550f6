# by hand
# select() does one of several things: it receives or sends, whichever can be done, and none of them for ever at the cost of the others.
import asyncio
import channel
import threading
import time

a, b, c = channel.Channel(), channel.Channel(1), channel.Channel(0)
a.send("from a")
print(channel.select([a, b]), len(a))
print(channel.select([a, (b, "to b")]), len(b))
print(channel.select([a, (b, "no room")], default="nothing"), len(b))
print(channel.select([a, b, c]))
for arguments in ({"timeout": 0}, {"timeout": 0.01}):
    try:
        channel.select([a, c, (c, 1)], **arguments)
    except TimeoutError as error:
        print("TimeoutError", error.args)
print(channel.select((case for case in [a, c]), default="late", timeout=0.01))
print(channel.select([a], default=None))

# What is no case.
for cases in ([], [1], [(a,)], [(1, a)], None, [[a, 1]]):
    try:
        channel.select(cases, default=0)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

# Of those that can always be done, each has its turn.
for ch in (a, b, c):
    print(repr(ch).partition(" at ")[0])
for i in range(12):
    a.send(i)
ready = [channel.Channel() for _ in range(3)]
for ch in ready:
    for i in range(12):
        ch.send(i)
counts = [0, 0, 0]
for _ in range(18):
    counts[channel.select(ready)[0]] += 1
print(counts)
sink = channel.Channel()
kinds = [0, 0]
for _ in range(10):
    kinds[channel.select([a, (sink, "x")])[0]] += 1
print(kinds, len(sink))

# The same channel may be in it more than once.
twice = channel.Channel(1)
print(channel.select([twice, (twice, "x"), twice]), channel.select([twice, (twice, "y")]), channel.select([twice, twice], default="empty"))

# A closed channel can always be chosen, and says so.
gone = channel.Channel()
gone.send("last")
gone.close()
open_one = channel.Channel(1)
print(channel.select([open_one, gone]))
for cases in ([open_one, gone], [(gone, 1)], [(gone, 1), open_one]):
    try:
        channel.select(cases)
    except channel.Closed as error:
        print("Closed", error.channel is gone)

# Threads that choose and meet.
left, right = channel.Channel(0), channel.Channel(0)
log = []


def chooser():
    for i in range(20):
        log.append(channel.select([left, (right, i)]))


thread = threading.Thread(target=chooser)
thread.start()
got = []
for i in range(10):
    left.send(i)
    got.append(right.recv())
thread.join()
print(sorted(case for case, _ in log), [item for case, item in log if case == 0], sorted(got) == got)

# Two choices can meet each other.
there, back = channel.Channel(0), channel.Channel(0)
results = []


def one(first):
    for _ in range(50):
        results.append(channel.select([there, (back, first)]) if first else channel.select([back, (there, first)]))


threads = [threading.Thread(target=one, args=(n,)) for n in (0, 1)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(results), sum(case for case, _ in results))
print(repr(there).partition(" at ")[0], repr(back).partition(" at ")[0])


async def main():
    a, b, c = channel.Channel(), channel.Channel(1), channel.Channel(0)
    a.send("from a")
    print(await channel.aselect([a, b]))
    print(await channel.aselect([a, (b, "to b")]))
    print(await channel.aselect([a, (b, "no room")], default="nothing"), len(b))
    for arguments in ({"timeout": 0}, {"timeout": 0.01}):
        try:
            await channel.aselect([a, c], **arguments)
        except TimeoutError as error:
            print("TimeoutError", error.args)
    print(await channel.aselect([a, c], default="late", timeout=0.01))
    task = asyncio.create_task(channel.aselect([a, (c, "given"), (b, "no room")]))
    await asyncio.sleep(0)
    print(await c.arecv(), await task, len(b))
    task = asyncio.create_task(channel.aselect([a, c], timeout=60))
    await asyncio.sleep(0)
    await c.asend("taken")
    print(await task)
    print([repr(ch).partition(" at ")[0] for ch in (a, b, c)])
    for cases in ([], [1]):
        try:
            channel.aselect(cases)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)


asyncio.run(main())
