import asyncio
import socket


class Talk(asyncio.Protocol):
    def __init__(self, name, log, done):
        self.name, self.log, self.done = name, log, done

    def connection_made(self, transport):
        self.transport = transport
        self.log.append((self.name, "made"))

    def data_received(self, data):
        self.log.append((self.name, bytes(data)))
        if self.name == "server":
            self.transport.write(b"got " + data)

    def eof_received(self):
        self.log.append((self.name, "eof"))

    def connection_lost(self, exc):
        self.log.append((self.name, "lost", exc))
        if not self.done.done():
            self.done.set_result(None)

    def pause_writing(self):
        self.log.append((self.name, "pause"))

    def resume_writing(self):
        self.log.append((self.name, "resume"))


class Buffered(asyncio.BufferedProtocol):
    def __init__(self, done):
        self.buffer, self.got, self.done = bytearray(4), b"", done

    def get_buffer(self, sizehint):
        return self.buffer

    def buffer_updated(self, nbytes):
        self.got += self.buffer[:nbytes]

    def connection_lost(self, exc):
        self.done.set_result(self.got)


async def main():
    loop = asyncio.get_running_loop()
    log = []
    server_done, client_done = loop.create_future(), loop.create_future()
    server = await loop.create_server(lambda: Talk("server", log, server_done), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    transport, protocol = await loop.create_connection(lambda: Talk("client", log, client_done), "127.0.0.1", port)
    print(transport.get_write_buffer_limits(), transport.is_reading(), transport.get_protocol() is protocol)
    transport.write(b"hello")
    await asyncio.sleep(0.05)
    transport.pause_reading()
    print(transport.is_reading())
    transport.resume_reading()
    transport.write_eof()
    await server_done
    await client_done
    print(sorted(log, key=lambda entry: entry[0]))
    server.close()
    await server.wait_closed()
    for wrong in "text", 3:
        try:
            transport.write(wrong)
        except TypeError as error:
            print(error)
    # Flow control.
    log.clear()
    ours, theirs = socket.socketpair()
    done = loop.create_future()
    transport, _ = await loop.create_connection(lambda: Talk("writer", log, done), sock=ours)
    transport.set_write_buffer_limits(high=1000, low=100)
    theirs.setblocking(False)
    transport.write(b"z" * 3_000_000)
    print(log, transport.get_write_buffer_size() > 1000)
    total = 0
    transport.close()
    while data := await loop.sock_recv(theirs, 1 << 20):
        total += len(data)
    await done
    print(total, log[2:])
    theirs.close()
    ours, theirs = socket.socketpair()
    done = loop.create_future()
    await loop.create_connection(lambda: Buffered(done), sock=ours)
    theirs.send(b"0123456789")
    theirs.close()
    print(await done)


asyncio.run(main())
