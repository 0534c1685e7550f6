"""Protocols that close, abort, pass on and replace from whatever they are called, and that raise."""

import asyncio
import socket


class Base(asyncio.Protocol):
    def __init__(self):
        self.events = []
        self.over = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.events.append(data)

    def connection_lost(self, exc):
        self.events.append(("lost", exc and f"{type(exc).__name__} {exc}"))
        if not self.over.done():
            self.over.set_result(None)


def told(loop, context):
    error = context.get("exception")
    print("told:", context["message"], "|", error and f"{type(error).__name__} {error}", "|",
          sorted(key for key in context if key not in ("message", "exception")))


async def run(kind, *messages, drain=True):
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(told)
    here, there = socket.socketpair()
    there.setblocking(False)
    transport, protocol = await loop.create_connection(kind, sock=here)
    for message in messages:
        try:
            there.send(message)
        except OSError as error:
            print(type(error).__name__)
        for _ in range(5):
            await asyncio.sleep(0)
    await asyncio.sleep(0.01)
    there.close()
    await asyncio.wait_for(protocol.over, 5)
    print(kind.__name__, protocol.events)


class ClosesWhenTold(Base):
    def data_received(self, data):
        super().data_received(data)
        self.transport.close()
        self.transport.write(b"lost")


class AbortsWhenTold(Base):
    def data_received(self, data):
        super().data_received(data)
        self.transport.abort()


class Raises(Base):
    def data_received(self, data):
        raise ValueError("of data_received")


class RaisesOSError(Base):
    def data_received(self, data):
        raise OSError(5, "of data_received")


class RaisesAtTheEnd(Base):
    def eof_received(self):
        raise ValueError("of eof_received")


class StaysOpen(Base):
    def eof_received(self):
        self.events.append("eof")
        asyncio.get_running_loop().call_soon(self.transport.close)
        return True


class Second(Base):
    def data_received(self, data):
        self.first.events.append(("second", data))

    def connection_lost(self, exc):
        self.first.connection_lost(exc)


class PassesOn(Base):
    def data_received(self, data):
        super().data_received(data)
        second = Second()
        second.first = self
        self.transport.set_protocol(second)
        self.events.append(self.transport.get_protocol() is second)


class ReplacesItself(Base):
    """The method is replaced on the instance while it is called, and on the class."""

    def data_received(self, data):
        super().data_received(data)
        self.data_received = lambda data: (self.events.append(("instance", data)), self.replace_class())

    def replace_class(self):
        del self.data_received
        ReplacesItself.data_received = lambda self, data: self.events.append(("class", data))


class FindsByGetattr(Base):
    """The method is found by __getattribute__."""

    def __getattribute__(self, name):
        if name == "data_received":
            return lambda data: self.events.append(("found", data))
        return super().__getattribute__(name)


class Slotted(Base):
    @staticmethod
    def data_received(data):
        print("static", data)


class Callable(Base):
    class Called:
        def __call__(self, data):
            print("called", data)

    data_received = Called()


class PausesWhenTold(Base):
    def data_received(self, data):
        super().data_received(data)
        self.transport.pause_reading()
        asyncio.get_running_loop().call_later(0.002, self.transport.resume_reading)

    def connection_lost(self, exc):
        self.events = [b"".join(self.events)]
        super().connection_lost(exc)


class RaisesWhenMade(Base):
    def connection_made(self, transport):
        raise ValueError("of connection_made")


class RaisesWhenLost(Base):
    def connection_lost(self, exc):
        super().connection_lost(exc)
        raise ValueError("of connection_lost")


class Buffered(asyncio.BufferedProtocol):
    size = 4

    def __init__(self):
        self.events = []
        self.buffer = bytearray(self.size)
        self.over = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport

    def get_buffer(self, sizehint):
        self.events.append(sizehint)
        return self.buffer

    def buffer_updated(self, nbytes):
        self.events.append(bytes(self.buffer[:nbytes]))

    def connection_lost(self, exc):
        Base.connection_lost(self, exc)


class BufferedEmpty(Buffered):
    size = 0


class BufferedWrong(Buffered):
    def get_buffer(self, sizehint):
        return 5


class BufferedReadOnly(Buffered):
    def get_buffer(self, sizehint):
        return b"constant"


class BufferedRaises(Buffered):
    def get_buffer(self, sizehint):
        raise ValueError("of get_buffer")


class BufferedRaisesUpdated(Buffered):
    def buffer_updated(self, nbytes):
        raise ValueError("of buffer_updated")


class BufferedAborts(Buffered):
    def buffer_updated(self, nbytes):
        super().buffer_updated(nbytes)
        self.transport.abort()


class BufferedTurnsPlain(Buffered):
    def buffer_updated(self, nbytes):
        super().buffer_updated(nbytes)
        plain = Second()
        plain.first = self
        self.transport.set_protocol(plain)


async def fills(kind):
    """Writes until the protocol is told to pause, then reads all."""
    loop = asyncio.get_running_loop()
    here, there = socket.socketpair()
    there.setblocking(False)
    transport, protocol = await loop.create_connection(kind, sock=here)
    transport.set_write_buffer_limits(high=1000)
    for _ in range(10000):
        if protocol.full or transport.is_closing():
            break
        transport.write(b"x" * 5000)
    while not protocol.over.done():
        try:
            if not there.recv(1 << 20):
                break
        except BlockingIOError:
            pass
        await asyncio.sleep(0)
        if protocol.again and not transport.get_write_buffer_size():
            transport.close()
    await protocol.over
    there.close()
    print(kind.__name__, protocol.events)


class Full(Base):
    full = again = False

    def pause_writing(self):
        self.full = True
        self.events.append("pause")

    def resume_writing(self):
        self.again = True
        self.events.append("resume")


class FullRaises(Full):
    def pause_writing(self):
        super().pause_writing()
        raise ValueError("of pause_writing")

    def resume_writing(self):
        super().resume_writing()
        raise ValueError("of resume_writing")


class FullCloses(Full):
    def pause_writing(self):
        super().pause_writing()
        self.transport.close()


class FullAborts(Full):
    def pause_writing(self):
        super().pause_writing()
        self.transport.abort()


class FullWritesMore(Full):
    def resume_writing(self):
        if not self.again:
            self.transport.write(b"y" * 100)
        super().resume_writing()


class WrappedSocket(socket.socket):
    """Its own methods are called."""

    received = 0
    fails = False

    def recv(self, size, flags=0):
        self.received += 1
        if self.fails:
            raise RuntimeError("of recv")
        return super().recv(min(size, 3), flags)

    def send(self, data, flags=0):
        if self.fails:
            raise RuntimeError("of send")
        return super().send(bytes(data)[:2].upper(), flags)


async def own_sockets():
    loop = asyncio.get_running_loop()
    here, there = socket.socketpair()
    there.setblocking(False)
    wrapped = WrappedSocket(fileno=here.detach())
    transport, protocol = await loop.create_connection(Base, sock=wrapped)
    there.send(b"abcdefg")
    await asyncio.sleep(0.01)
    print(protocol.events, wrapped.received >= 3)
    transport.write(b"hello")
    await asyncio.sleep(0.01)
    print(there.recv(100).upper())
    wrapped.fails = True
    transport.write(b"more")
    await protocol.over
    print(protocol.events[-1])
    there.close()


async def main():
    for kind in (ClosesWhenTold, AbortsWhenTold, Raises, RaisesOSError, RaisesAtTheEnd, StaysOpen, PassesOn,
                 ReplacesItself, FindsByGetattr, Slotted, Callable, PausesWhenTold, RaisesWhenMade, RaisesWhenLost):
        await run(kind, b"one", b"two", b"three")
    for kind in (Buffered, BufferedEmpty, BufferedWrong, BufferedReadOnly, BufferedRaises, BufferedRaisesUpdated,
                 BufferedAborts, BufferedTurnsPlain):
        await run(kind, b"one", b"longer", b"")
    for kind in Full, FullRaises, FullCloses, FullAborts, FullWritesMore:
        await fills(kind)
    await own_sockets()


asyncio.run(main())


class Exits(Base):
    def data_received(self, data):
        raise SystemExit("of data_received")


for error in KeyboardInterrupt, SystemExit:
    Exits.data_received = lambda self, data: (_ for _ in ()).throw(error("of data_received"))
    try:
        asyncio.run(run(Exits, b"data"))
    except BaseException as caught:
        print(type(caught).__name__, caught)
