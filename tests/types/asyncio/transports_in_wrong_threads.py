# by hand
"""Transports, readers and selectors that are used by threads which do not run their loop: whatever happens, the interpreter stands; and loops of several
threads that have nothing to do with each other."""

import asyncio
import logging
import socket
import threading

logging.getLogger("asyncio").disabled = True
logging.disable(logging.CRITICAL)
# What is called from the wrong thread may fail in any way.
expected = (AttributeError, OSError, RuntimeError, ValueError, TypeError, KeyError, AssertionError, asyncio.InvalidStateError)


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        self.got = 0

    def data_received(self, data):
        self.got += len(data)
        self.transport.write(data)


def meddle(transport, reader, loop, stop):
    protocols = [Echo(), Echo()]
    for protocol in protocols:
        protocol.connection_made(transport)
    fd = transport._sock_fd
    calls = [
        lambda: transport.write(b"from another thread"), lambda: transport.writelines([b"one", b"two"]),
        lambda: transport.set_protocol(protocols[0]), lambda: transport.get_write_buffer_size(), lambda: transport._buffer,
        transport.pause_reading, transport.resume_reading, lambda: transport.get_extra_info("peername"),
        lambda: transport.set_write_buffer_limits(10, 5), lambda: repr(transport), lambda: transport._read_ready(),
        lambda: transport._write_ready(), lambda: reader.feed_data(b"abc"), lambda: reader._buffer.clear(),
        lambda: reader._take(2), lambda: reader._wakeup_waiter(), lambda: repr(reader), lambda: loop._selector.get_key(fd),
        lambda: len(loop._selector.get_map()), lambda: loop._add_reader(fd, transport._read_ready),
        lambda: transport.set_protocol(protocols[1]), lambda: loop._ready,
    ]
    while not stop.is_set():
        for call in calls:
            try:
                call()
            except expected:
                pass


async def meddled(seconds):
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: None)
    here, there = socket.socketpair()
    there.setblocking(False)
    transport, protocol = await loop.create_connection(Echo, sock=here)
    reader = asyncio.StreamReader()
    stop = threading.Event()
    threads = [threading.Thread(target=meddle, args=(transport, reader, loop, stop)) for _ in range(2)]
    for thread in threads:
        thread.start()
    end = loop.time() + seconds
    while loop.time() < end and not transport.is_closing():
        try:
            there.send(b"x" * 100)
            there.recv(1 << 16)
        except OSError:
            pass
        await asyncio.sleep(0)
    stop.set()
    for thread in threads:
        await asyncio.to_thread(thread.join)
    transport.abort()
    await asyncio.sleep(0.01)
    there.close()


async def apart(count):
    """A server and its clients in one loop."""

    async def handle(reader, writer):
        while data := await reader.read(100):
            writer.write(data)
            await writer.drain()
        writer.close()

    async def ask(address):
        reader, writer = await asyncio.open_connection(*address)
        got = 0
        for i in range(count):
            writer.write(b"%d\n" % i)
            got += int(await reader.readline())
        writer.close()
        await writer.wait_closed()
        return got

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    sums = await asyncio.gather(*[ask(address) for _ in range(3)])
    server.close()
    await server.wait_closed()
    return sums


results = []
threads = [threading.Thread(target=lambda: results.append(asyncio.run(apart(30)))) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(results)
asyncio.run(meddled(0.15))
print("stands")
