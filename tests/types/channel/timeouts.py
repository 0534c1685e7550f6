# by hand
# A wait that is over in time leaves nothing behind; one that is not, TimeoutError.
import asyncio
import channel
import time


def shown(ch):
    return repr(ch).partition(" at ")[0]


def timed(call):
    began = time.monotonic()
    try:
        result = call()
    except TimeoutError:
        result = "TimeoutError"
    took = time.monotonic() - began
    assert 0.04 < took < 5, took
    return result


empty, full, meeting = channel.Channel(), channel.Channel(1), channel.Channel(0)
full.send("there")
print(timed(lambda: empty.recv(0.05)), timed(lambda: full.send("x", 0.05)), timed(lambda: meeting.send("x", timeout=0.05)))
print(timed(lambda: channel.select([empty, meeting, (full, 1)], timeout=0.05)))
print(shown(empty), shown(full), shown(meeting))
print(full.recv(), full.recv(0) if len(full) else "empty")
empty.send("soon")
print(empty.recv(timeout=60), empty.try_recv())
print(timed(lambda: channel.select([empty], timeout=0.05, default="default")))


async def timed_async(awaitable):
    began = time.monotonic()
    try:
        result = await awaitable
    except TimeoutError:
        result = "TimeoutError"
    took = time.monotonic() - began
    assert 0.04 < took < 5, took
    return result


async def main():
    empty, full, meeting = channel.Channel(), channel.Channel(1), channel.Channel(0)
    full.send("there")
    print(await timed_async(empty.arecv(0.05)), await timed_async(full.asend("x", 0.05)), await timed_async(meeting.asend("x", timeout=0.05)))
    print(await timed_async(channel.aselect([empty, meeting, (full, 1)], timeout=0.05)))
    print(await timed_async(asyncio.wait_for(empty.arecv(), 0.05)))
    print(shown(empty), shown(full), shown(meeting))
    try:
        async with asyncio.timeout(0.05):
            await meeting.asend("never")
    except TimeoutError:
        print("timeout()", shown(meeting))
    # What comes in time stops the clock.
    task = asyncio.create_task(empty.arecv(60))
    await asyncio.sleep(0)
    await empty.asend("soon")
    print(await task)
    print(await full.arecv(0), await asyncio.gather(full.arecv(0), return_exceptions=True))


asyncio.run(main())
