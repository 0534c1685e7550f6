# Files sent through transports and sockets: by the system, or block by block where it cannot.
import asyncio
import io
import os
import socket

DATA = b"0123456789" * 30_000
NAME = f"/tmp/sent-{os.getpid()}"


class Sink(asyncio.Protocol):
    def __init__(self, limit=None):
        self.received = 0
        self.tail = b""
        self.limit = limit
        self.done = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.received += len(data)
        self.tail = (self.tail + data)[-10:]
        if self.limit is not None and self.received >= self.limit:
            self.transport.abort()

    def connection_lost(self, error):
        if not self.done.done():
            self.done.set_result(None)


class Source(asyncio.Protocol):
    def __init__(self):
        self.calls = []

    def pause_writing(self):
        self.calls.append("pause")

    def resume_writing(self):
        self.calls.append("resume")


async def connected(limit=None):
    loop = asyncio.get_running_loop()
    sinks = []

    def make():
        sinks.append(Sink(limit))
        return sinks[-1]

    server = await loop.create_server(make, "127.0.0.1", 0)
    transport, source = await loop.create_connection(Source, *server.sockets[0].getsockname())
    while not sinks:
        await asyncio.sleep(0)
    return server, transport, source, sinks[0]


async def send(what, *arguments, file=None, **keywords):
    server, transport, source, sink = await connected()
    transport.write(b"head:")
    sent = await asyncio.get_running_loop().sendfile(transport, file, *arguments, **keywords)
    transport.write(b":tail")
    reading = transport.is_reading()
    transport.close()
    await sink.done
    print(what, sent, sink.received, sink.tail, file.tell(), reading, transport.get_protocol() is None)
    server.close()


async def through_transports():
    loop = asyncio.get_running_loop()
    with open(NAME, "rb") as file:
        await send("whole", file=file)
        await send("from", 7, file=file)
        await send("part", 5, 12, file=file)
        await send("more than there is", 299_990, 100, file=file)
        await send("native alone", file=file, fallback=False)
    await send("in memory", file=io.BytesIO(DATA))
    await send("part in memory", 3, 4, file=io.BytesIO(DATA))
    await send("empty", file=io.BytesIO())
    server, transport, source, sink = await connected()
    for wrong in [
        dict(file=io.BytesIO(DATA), fallback=False),
        dict(file=io.BytesIO(DATA), offset=-1),
        dict(file=io.BytesIO(DATA), offset=1.5),
        dict(file=io.BytesIO(DATA), count=0),
        dict(file=io.BytesIO(DATA), count="1"),
    ]:
        try:
            await loop.sendfile(transport, **wrong)
        except Exception as error:
            print(type(error).__name__, error)
    with open(NAME) as text:
        try:
            await loop.sendfile(transport, text)
        except ValueError as error:
            print(error)
    transport.close()
    try:
        await loop.sendfile(transport, io.BytesIO(DATA))
    except RuntimeError as error:
        print(error)
    await sink.done
    server.close()
    endpoint, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, family=socket.AF_INET)
    with open(NAME, "rb") as file:
        try:
            await loop.sendfile(endpoint, file)
        except RuntimeError as error:
            print(str(error).split(" <")[0], file.tell())
    endpoint.close()


async def written_meanwhile():
    server, transport, source, sink = await connected()
    with open(NAME, "rb") as file:
        task = asyncio.create_task(asyncio.get_running_loop().sendfile(transport, file))
        await asyncio.sleep(0)
        try:
            transport.write(b"between")
        except RuntimeError as error:
            print(error)
        print(await task)
    transport.close()
    await sink.done
    print(sink.received)
    server.close()


async def peer_goes(file):
    server, transport, source, sink = await connected(limit=1000)
    transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    try:
        await asyncio.get_running_loop().sendfile(transport, file)
    except ConnectionError:
        print("ConnectionError", 0 < file.tell() < 100 * len(DATA))
    await sink.done
    transport.close()
    server.close()


async def through_sockets():
    loop = asyncio.get_running_loop()
    for file in open(NAME, "rb"), io.BytesIO(DATA):
        ours, theirs = socket.socketpair()
        with ours, theirs, file:
            ours.setblocking(False)
            theirs.setblocking(False)

            async def receive():
                total = 0
                while data := await loop.sock_recv(theirs, 65536):
                    total += len(data)
                return total

            task = asyncio.create_task(receive())
            print(await loop.sock_sendfile(ours, file, 10), file.tell())
            print(await loop.sock_sendfile(ours, file, 0, 10), file.tell())
            ours.shutdown(socket.SHUT_WR)
            print(await task)
            try:
                await loop.sock_sendfile(ours, io.BytesIO(), fallback=False)
            except asyncio.SendfileNotAvailableError as error:
                print(error)


async def main():
    await through_transports()
    with open(NAME, "ab") as file:
        for _ in range(99):
            file.write(DATA)
    await written_meanwhile()
    with open(NAME, "rb") as file:
        await peer_goes(file)
    await peer_goes(io.BytesIO(DATA * 100))
    with open(NAME, "r+b") as file:
        file.truncate(len(DATA))
    await through_sockets()


with open(NAME, "wb") as file:
    file.write(DATA)
try:
    asyncio.run(main())
finally:
    os.unlink(NAME)
