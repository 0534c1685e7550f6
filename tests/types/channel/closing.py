# by hand
# What is in a channel can be received after close(); then there is Closed, or the end of an iteration.
import asyncio
import channel
import threading
import time

ch = channel.Channel()
for i in range(3):
    ch.send(i)
ch.close()
ch.close()
print(ch.closed, len(ch))
for call in (lambda: ch.send(9), lambda: ch.send(9, timeout=0), lambda: ch.try_send(9)):
    try:
        call()
    except channel.Closed as error:
        print("Closed", error, error.channel is ch)
print(ch.recv())
print(list(ch))
print(list(ch))
for call in (ch.recv, ch.try_recv, lambda: ch.recv(timeout=1)):
    try:
        call()
    except channel.Closed as error:
        print("Closed", error.args, error.channel is ch)

# Whoever waits is told, in every way of waiting.
told = []


def outcome(name, call):
    try:
        told.append((name, call()))
    except channel.Closed:
        told.append((name, "Closed"))


empty, full = channel.Channel(1), channel.Channel(1)
full.send("first")
rendezvous = channel.Channel(0)
threads = [
    threading.Thread(target=outcome, args=args)
    for args in (
        ("recv", empty.recv),
        ("list", lambda: list(empty)),
        ("send", lambda: full.send("second")),
        ("meet", lambda: rendezvous.send("nobody")),
        ("select", lambda: channel.select([empty, (full, "third")])),
    )
]
for thread in threads:
    thread.start()


while "3 receiving" not in repr(empty) or "2 sending" not in repr(full) or "1 sending" not in repr(rendezvous):
    time.sleep(0.001)
for ch in (empty, full, rendezvous):
    ch.close()
for thread in threads:
    thread.join()
print(sorted(told, key=repr))
print(list(full), full.closed)


async def main():
    told = []

    async def outcome(name, awaitable):
        try:
            told.append((name, await awaitable))
        except channel.Closed as error:
            told.append((name, "Closed"))

    async def iterate(ch):
        return [item async for item in ch]

    empty, full = channel.Channel(1), channel.Channel(1)
    await full.asend("first")
    async with asyncio.TaskGroup() as group:
        group.create_task(outcome("arecv", empty.arecv()))
        group.create_task(outcome("async for", iterate(empty)))
        group.create_task(outcome("asend", full.asend("second")))
        group.create_task(outcome("aselect", channel.aselect([empty, (full, "third")])))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print(repr(empty).partition(" at ")[0], repr(full).partition(" at ")[0])
        empty.close()
        full.close()
    print(sorted(told, key=repr))
    print([item async for item in full], [item async for item in full])
    for awaitable in (full.arecv(), full.asend(1), channel.aselect([full])):
        try:
            await awaitable
        except channel.Closed as error:
            print("Closed", error.channel is full)


asyncio.run(main())
