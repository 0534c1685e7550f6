"""What a transport for a socket tells of itself, and what it does not take."""

import asyncio
import collections
import logging
import socket
import sys

log = []


class Handler(logging.Handler):
    def emit(self, record):
        log.append((record.levelname, record.getMessage()))


logging.getLogger("asyncio").handlers = [Handler()]
logging.getLogger("asyncio").propagate = False


class Recorder(asyncio.Protocol):
    def __init__(self, name):
        self.name = name
        self.got = b""
        self.events = []
        self.over = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.got += data
        self.events.append((type(data).__name__, len(data)))

    def eof_received(self):
        self.events.append("eof")

    def pause_writing(self):
        self.events.append("pause")

    def resume_writing(self):
        self.events.append("resume")

    def connection_lost(self, exc):
        self.events.append(("lost", type(exc).__name__))
        self.over.set_result(None)


async def connected(**options):
    """A transport with its protocol, and the plain socket at the other end."""
    loop = asyncio.get_running_loop()
    here, there = socket.socketpair()
    there.setblocking(False)
    transport, protocol = await loop.create_connection(lambda: Recorder("here"), sock=here, **options)
    return transport, protocol, there


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


async def kinds_of_data():
    transport, protocol, there = await connected()
    for data in b"", bytearray(), memoryview(b""), b"bytes ", bytearray(b"array "), memoryview(b"a view ")[2:]:
        print(attempt(transport.write, data))
    print(there.recv(100))
    for wrong in "text", 7, None, [1], collections.deque():
        print(attempt(transport.write, wrong))

    class Own(bytes):
        pass

    transport.write(Own(b"derived"))
    transport.writelines([b"one ", bytearray(b"two "), memoryview(b"three")])
    print(there.recv(100), attempt(transport.writelines, []))
    print(attempt(transport.writelines, ["text"]))
    transport.close()
    await protocol.over
    there.close()


async def state():
    transport, protocol, there = await connected()
    loop = asyncio.get_running_loop()
    print(type(transport).__name__, isinstance(transport, asyncio.Transport), isinstance(transport, asyncio.BaseTransport))
    print(transport._loop is loop, transport._protocol is protocol, transport.get_protocol() is protocol)
    print(isinstance(transport._sock, socket.socket), transport._sock_fd == transport._sock.fileno())
    print(transport._closing, transport._paused, transport._eof, transport._conn_lost, transport._server)
    print(transport._protocol_connected, transport._protocol_paused, len(transport._buffer), transport.max_size)
    print(transport.is_closing(), transport.is_reading(), transport.get_write_buffer_size(), transport.can_write_eof())
    print(transport.get_write_buffer_limits(), transport.get_extra_info("nothing"), transport.get_extra_info("nothing", 3))
    sock = transport.get_extra_info("socket")
    print(type(sock).__name__, sock.fileno() == transport._sock_fd, sock is transport.get_extra_info("socket"))
    print(repr(transport.get_extra_info("sockname")), repr(transport.get_extra_info("peername")), sorted(transport._extra))
    text = repr(transport).replace(str(transport._sock_fd), "N")
    print(text)
    transport.own = "attribute"
    print(transport.own, vars(transport).get("own"))
    transport.pause_reading()
    print(repr(transport).replace(str(transport._sock_fd), "N"), transport.is_reading())
    there.send(b"held back")
    await asyncio.sleep(0.01)
    print(protocol.got)
    transport.pause_reading()
    transport.resume_reading()
    transport.resume_reading()
    await asyncio.sleep(0.01)
    print(protocol.got, protocol.events)
    transport.max_size = 4
    there.send(b"0123456789")
    await asyncio.sleep(0.01)
    print(protocol.events)
    transport.close()
    print(repr(transport).replace(str(transport._sock_fd), "N"), transport.is_closing(), transport.is_reading())
    transport.close()
    transport.pause_reading()
    transport.resume_reading()
    await protocol.over
    print(transport._sock, transport._loop, transport._protocol, protocol.events[-1])
    print(repr(transport).split()[0], transport._conn_lost, transport.get_extra_info("sockname"))
    there.close()


async def limits():
    transport, protocol, there = await connected()
    for options in {}, {"high": 100}, {"low": 100}, {"high": 10, "low": 10}, {"high": 0}, {"high": 3.5, "low": 1}:
        print(options, attempt(transport.set_write_buffer_limits, **options), transport.get_write_buffer_limits())
    for options in {"high": 1, "low": 2}, {"high": -1}, {"low": -1}, {"high": "much", "low": 1}:
        print(options, attempt(transport.set_write_buffer_limits, **options), transport.get_write_buffer_limits())
    transport.set_write_buffer_limits(high=1000, low=100)
    there.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    total = 0
    while "pause" not in protocol.events:
        transport.write(b"x" * 900)
        total += 900
    print(transport.get_write_buffer_size() > 1000, len(transport._buffer) >= 1, transport._protocol_paused)
    print(sum(len(piece) for piece in transport._buffer) == transport.get_write_buffer_size())
    # Lower limits change nothing for who pauses already.
    transport.set_write_buffer_limits(high=10, low=5)
    transport.write(bytearray(b"y" * 100))
    transport.writelines([b"1", bytearray(b"2"), memoryview(b"3")])
    total += 103
    got = bytearray()
    while len(got) < total:
        try:
            got += there.recv(1 << 16)
        except BlockingIOError:
            await asyncio.sleep(0)
    print(len(got) == total, got[-103:] == b"y" * 100 + b"123", transport.get_write_buffer_size())
    await asyncio.sleep(0.01)
    print(protocol.events, "write=<idle" in repr(transport))
    transport.close()
    await protocol.over
    there.close()


async def after_the_end():
    transport, protocol, there = await connected()
    transport.write(b"last")
    transport.write_eof()
    print(attempt(transport.write, b"more"))
    print(attempt(transport.writelines, [b"more"]))
    print(attempt(transport.write, "text"))
    transport.write_eof()
    print(there.recv(10), there.recv(10))
    transport.abort()
    transport.abort()
    await protocol.over
    print(protocol.events)
    there.close()
    transport, protocol, there = await connected()
    transport.abort()
    for _ in range(7):
        transport.write(b"lost")
    print(transport._conn_lost, log)
    log.clear()
    await protocol.over
    transport.write(b"lost")
    print(log, attempt(transport.write, 5))
    log.clear()
    there.close()


async def reset_by_the_peer():
    listener = socket.create_server(("127.0.0.1", 0))
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.create_connection(lambda: Recorder("here"), *listener.getsockname())
    there, _ = listener.accept()
    print(transport.get_extra_info("peername") == listener.getsockname(), len(transport.get_extra_info("sockname")))
    there.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    there.close()
    await protocol.over
    print(protocol.events, log)
    listener.close()


async def large():
    """More than is received at once, both ways."""
    loop = asyncio.get_running_loop()
    here, there = socket.socketpair()
    data = bytes(range(256)) * 4000
    first, one = await loop.create_connection(lambda: Recorder("one"), sock=here)
    second, two = await loop.create_connection(lambda: Recorder("two"), sock=there)
    first.write(data)
    second.writelines([data[i:i + 1000] for i in range(0, len(data), 1000)])
    while len(one.got) < len(data) or len(two.got) < len(data):
        await asyncio.sleep(0)
    print(one.got == data, two.got == data, first.get_write_buffer_size(), second.get_write_buffer_size())
    second.write(data)
    second.close()
    await one.over
    print(one.got == data * 2, one.events[-2:])


async def main():
    for part in kinds_of_data, state, limits, after_the_end, reset_by_the_peer, large:
        print("--", part.__name__)
        await part()


asyncio.run(main())
