"""Readers, protocols and writers with other methods, and what programs do with the parts of readers that have no public names."""

import asyncio
import socket


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


async def attempted(awaitable):
    try:
        return await awaitable
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class CountingReader(asyncio.StreamReader):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.calls = []

    def feed_data(self, data):
        self.calls.append(("feed_data", bytes(data)))
        super().feed_data(data.upper())

    def feed_eof(self):
        self.calls.append("feed_eof")
        super().feed_eof()

    def _wakeup_waiter(self):
        self.calls.append("_wakeup_waiter")
        super()._wakeup_waiter()

    async def _wait_for_data(self, func_name):
        self.calls.append(func_name)
        await super()._wait_for_data(func_name)


class CountingWriter(asyncio.StreamWriter):
    def write(self, data):
        super().write(b"<" + data + b">")


class OwnProtocol(asyncio.StreamReaderProtocol):
    seen = 0

    def data_received(self, data):
        self.seen += len(data)
        super().data_received(data)


async def derived():
    loop = asyncio.get_running_loop()
    here, there = socket.socketpair()
    reader = CountingReader(limit=2**16, loop=loop)
    protocol = OwnProtocol(reader, loop=loop)
    transport, _ = await loop.create_connection(lambda: protocol, sock=here)
    writer = CountingWriter(transport, protocol, reader, loop)
    reading = asyncio.create_task(reader.read(100))
    await asyncio.sleep(0)
    there.send(b"one")
    print(await reading, reader.calls, protocol.seen)
    writer.write(b"two")
    await writer.drain()
    print(there.recv(100))
    there.close()
    print(await reader.read(), reader.calls[-2:], reader.at_eof())
    writer.close()
    await writer.wait_closed()


async def by_hand():
    """Readers that are fed by hand."""
    reader = asyncio.StreamReader()
    print(reader, reader._buffer, reader._limit, reader._eof, reader._waiter, reader._exception, reader._transport, reader._paused)
    reader.feed_data(b"")
    reader.feed_data(b"hello ")
    print(reader, reader._buffer, type(reader._buffer).__name__)
    reader.feed_data(bytearray(b"world "))
    reader.feed_data(memoryview(b"again"))
    print(len(reader._buffer), await reader.read(3), await reader.read(4), reader._buffer, await reader.read(1000))
    for text in "text", 5, None:
        print(attempt(reader.feed_data, text))
    reader.feed_data(b"0123456789")
    print(await reader.read(4), await reader.read(0), await reader.read(4), await reader.readexactly(2), reader.at_eof())
    reader.feed_data(b"one\ntwo\nthree")
    print(await reader.readline(), await reader.readuntil(b"w"), await reader.readexactly(2), reader._buffer)
    reader.feed_data(b"\n\n")
    print(await reader.readline(), await reader.readline())
    reader._buffer.extend(b"put there")
    print(await reader.read(3), await reader.read(True), reader)
    reader._buffer = bytearray(b"another buffer")
    print(await reader.read(7), reader._buffer)
    for wrong in "text", 2.5, None:
        print(await attempted(reader.read(wrong)))
    waiting = [asyncio.create_task(attempted(call)) for call in (reader.readexactly(100), reader.read(1), reader.readline())]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([task.done() for task in waiting], type(reader._waiter).__name__, [task.result() for task in waiting if task.done()])
    waiting[0].cancel()
    await asyncio.wait(waiting[:1])
    print(reader._waiter, waiting[0].cancelled())
    reader.feed_eof()
    reader.feed_eof()
    print(await reader.read(), await reader.read(5), await reader.readline(), reader.at_eof(), reader)
    print(await attempted(reader.readexactly(1)), await attempted(reader.readuntil()))
    print(attempt(reader.feed_data, b"more"), attempt(reader.feed_data, b""))


async def errors():
    reader = asyncio.StreamReader(limit=10)
    print(reader, attempt(asyncio.StreamReader, 0), attempt(asyncio.StreamReader, -1))
    reading = asyncio.create_task(attempted(reader.read(1)))
    await asyncio.sleep(0)
    reader.set_exception(ValueError("of the connection"))
    print(await reading, reader.exception(), reader)
    for call in reader.read(0), reader.read(1), reader.readline(), reader.readexactly(1), reader.readuntil():
        print(await attempted(call))
    cancelled = asyncio.StreamReader()
    reading = asyncio.create_task(cancelled.read(1))
    await asyncio.sleep(0)
    reading.cancel()
    cancelled.feed_data(b"came meanwhile")
    print((await asyncio.gather(reading, return_exceptions=True))[0].__class__.__name__, await cancelled.read(100))
    reading = asyncio.create_task(cancelled.read(1))
    await asyncio.sleep(0)
    reading.cancel()
    cancelled.set_exception(ValueError("late"))
    print((await asyncio.gather(reading, return_exceptions=True))[0].__class__.__name__)


class Transport(asyncio.Transport):
    """Pauses, or cannot."""

    def __init__(self, pauses):
        super().__init__()
        self.pauses = pauses
        self.calls = []

    def pause_reading(self):
        self.calls.append("pause")
        if not self.pauses:
            super().pause_reading()

    def resume_reading(self):
        self.calls.append("resume")


async def paused():
    for pauses in True, False:
        reader = asyncio.StreamReader(limit=4)
        transport = Transport(pauses)
        reader.set_transport(transport)
        print(attempt(reader.set_transport, transport))
        for _ in range(3):
            reader.feed_data(b"abcde")
        print(transport.calls, reader._paused, reader._transport is transport)
        print(await reader.read(10), transport.calls, await reader.read(2), transport.calls, reader._paused)
        for _ in range(3):
            reader.feed_data(b"abcde")
        reading = asyncio.create_task(reader.readexactly(40))
        await asyncio.sleep(0)
        print(transport.calls, reader._paused)
        for _ in range(5):
            reader.feed_data(b"12345")
        print(await reading, transport.calls)


async def forgotten():
    """A reader that nobody refers to gets nothing."""
    loop = asyncio.get_running_loop()
    here, there = socket.socketpair()
    reader = asyncio.StreamReader(loop=loop)
    protocol = asyncio.StreamReaderProtocol(reader, loop=loop)
    transport, _ = await loop.create_connection(lambda: protocol, sock=here)
    print(protocol._stream_reader is reader)
    reader = None
    there.send(b"data")
    await asyncio.sleep(0.01)
    print(protocol._stream_reader, transport.is_closing())
    transport.abort()
    there.close()
    await asyncio.sleep(0.01)
    print(protocol._stream_reader)


async def other_transports():
    """A writer for a transport of the program's own."""

    class Collects(asyncio.Transport):
        parts = []

        def write(self, data):
            self.parts.append(data)

        def is_closing(self):
            return True

    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(reader)
    writer = asyncio.StreamWriter(Collects(), protocol, reader, loop)
    writer.write(b"one")
    writer.write("anything")
    writer.writelines([b"two", b"three"])
    print(Collects.parts, writer.transport is writer._transport, attempt(writer.write).split(":")[0])


async def main():
    for part in derived, by_hand, errors, paused, forgotten, other_transports:
        print("--", part.__name__)
        await part()


asyncio.run(main())
