"""Who reads slowly, or not at all, costs the writer no more memory than its limits say."""

import asyncio
import os
import socket

PIECE = b"p" * 65536


class End:
    """The end of a pipe."""

    def __init__(self, descriptor):
        self.descriptor = descriptor

    def fileno(self):
        return self.descriptor

    def close(self):
        os.close(self.descriptor)


class Counting:
    """Counts how often a writer is paused and resumed."""

    def __init__(self, protocol):
        self.log = []
        for name in "pause_writing", "resume_writing":
            setattr(protocol, name, self.counted(name[:5], getattr(protocol, name)))

    def counted(self, word, method):
        def call():
            self.log.append(word)
            method()

        return call

    def told(self):
        """They take turns, beginning with a pause."""
        first, second = self.log[::2], self.log[1::2]
        return set(first) == {"pause"} and set(second) <= {"resum"} and len(self.log)


async def pair(**options):
    here, there = socket.socketpair()
    return await asyncio.open_connection(sock=here, **options), await asyncio.open_connection(sock=there, **options)


async def streams():
    (_, writer), (reader, other) = await pair(limit=50_000)
    counting, largest = Counting(writer.transport.get_protocol()), 0
    low, high = writer.transport.get_write_buffer_limits()
    print(low, high)
    written = 0

    async def write():
        nonlocal largest, written
        for _ in range(100):
            writer.write(PIECE)
            written += len(PIECE)
            largest = max(largest, writer.transport.get_write_buffer_size())
            await writer.drain()
        writer.write_eof()

    task = asyncio.create_task(write())
    # Nobody reads: the writer waits, and the reader's buffer does not grow either.
    before = None
    while before != written:
        before = written
        await asyncio.sleep(0.02)
    print(task.done(), written < 2_000_000, counting.told() > 0, counting.log[-1])
    print(len(reader._buffer) <= 2 * 50_000 + writer.transport.max_size, other.transport.is_reading())
    total = 0
    while data := await reader.read(30_000):
        total += len(data)
        if total % 7 == 0:
            await asyncio.sleep(0)
    await task
    print(total, largest <= high + len(PIECE), counting.told() > 2, writer.transport.get_write_buffer_size())
    for each in writer, other:
        each.close()
        await each.wait_closed()


async def many_drains():
    (_, writer), (reader, other) = await pair()
    writer.write(bytes(2_000_000))
    drains = [asyncio.create_task(writer.drain()) for _ in range(5)]
    await asyncio.sleep(0.01)
    drains[1].cancel()
    await asyncio.sleep(0.01)
    print([task.done() for task in drains])
    print(len(await reader.readexactly(2_000_000)))
    await asyncio.wait(drains)
    print([task.cancelled() for task in drains])
    # The peer goes away with an order, and no one is left waiting.
    writer.write(bytes(2_000_000))
    drains = [asyncio.create_task(writer.drain()) for _ in range(3)]
    await asyncio.sleep(0.01)
    other.transport.abort()
    print([type(error).__name__ for error in await asyncio.gather(*drains, return_exceptions=True)])
    for each in writer, other:
        each.close()
        try:
            await each.wait_closed()
        except OSError as error:
            print(type(error).__name__)


async def limits():
    (_, writer), (reader, other) = await pair()
    transport = writer.transport
    for arguments in {"high": 100}, {"low": 100}, {"high": 0}, {"high": 10, "low": 5}, {}:
        transport.set_write_buffer_limits(**arguments)
        print(arguments, transport.get_write_buffer_limits())
    for arguments in {"high": 1, "low": 2}, {"low": -1}:
        try:
            transport.set_write_buffer_limits(**arguments)
        except ValueError as error:
            print(error)
    # Each byte that waits counts.
    transport.set_write_buffer_limits(high=0)
    counting = Counting(transport.get_protocol())
    writer.write(bytes(1_000_000))
    print(counting.log, transport.get_write_buffer_size() > 0)
    reading = asyncio.create_task(reader.readexactly(1_000_000))
    await writer.drain()
    print(counting.log, transport.get_write_buffer_size())
    await reading
    for each in writer, other:
        each.close()
        await each.wait_closed()


async def pipes():
    loop = asyncio.get_running_loop()
    read_end, write_end = map(End, os.pipe())
    transport, protocol = await loop.connect_write_pipe(lambda: asyncio.streams.FlowControlMixin(loop), write_end)
    counting, largest = Counting(protocol), 0
    for _ in range(50):
        transport.write(PIECE)
        largest = max(largest, transport.get_write_buffer_size())
    print(counting.log, largest > 40 * len(PIECE))
    reader = asyncio.StreamReader(limit=20_000)
    source, _ = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), read_end)
    await asyncio.sleep(0.05)
    print(len(reader._buffer) <= 2 * 20_000 + source.max_size, source.is_reading())
    transport.close()
    total = 0
    while data := await reader.read(50_000):
        total += len(data)
    print(total, counting.log)


async def processes():
    process = await asyncio.create_subprocess_exec("sleep", "100", stdin=asyncio.subprocess.PIPE)
    drained = 0
    try:
        async with asyncio.timeout(0.05):
            while True:
                process.stdin.write(PIECE)
                await process.stdin.drain()
                drained += 1
    except TimeoutError:
        size = process.stdin.transport.get_write_buffer_size()
        print("waits", drained < 10, size <= 65536 + len(PIECE))
    process.kill()
    print(await process.wait())
    try:
        await process.stdin.drain()
    except OSError as error:
        print(type(error).__name__)
    # One that prints without end, to nobody.
    process = await asyncio.create_subprocess_exec("yes", stdout=asyncio.subprocess.PIPE, limit=10_000)
    await asyncio.sleep(0.05)
    print(len(process.stdout._buffer) <= 2 * 10_000 + 262_144, process.stdout._transport.is_reading())
    process.kill()
    print(len((await process.communicate())[0]) > 20_000, process.returncode)


async def main():
    for test in streams, many_drains, limits, pipes, processes:
        print(f"-- {test.__name__}")
        await asyncio.wait_for(test(), 10)


asyncio.run(main())
