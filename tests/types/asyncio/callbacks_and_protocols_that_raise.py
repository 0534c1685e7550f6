"""Whatever raises in a callback, a protocol or a server's function is told of, and the loop goes on without leaving a descriptor."""

import asyncio
import logging
import os
import signal
import socket

log = []


def told(loop, context):
    shown = context["message"].split("<")[0].split("(")[0].strip()
    log.append((shown, repr(context.get("exception"))))


def fail(*_):
    raise ValueError("on purpose")


async def pause():
    for _ in range(3):
        await asyncio.sleep(0.002)


async def callbacks():
    loop = asyncio.get_running_loop()
    loop.call_soon(fail)
    loop.call_later(0.001, fail)
    loop.call_soon_threadsafe(fail)
    future = loop.create_future()
    after = []
    future.add_done_callback(fail)
    future.add_done_callback(lambda future: after.append(future.result()))
    future.set_result("set")
    await pause()
    print(after)


async def descriptors_that_are_ready():
    loop = asyncio.get_running_loop()
    here, there = socket.socketpair()
    with here, there:
        calls = []

        def ready():
            calls.append(1)
            if len(calls) == 3:
                loop.remove_reader(here)
            fail()

        loop.add_reader(here, ready)
        there.send(b"x")
        await pause()
        print(len(calls))


async def signals():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGUSR1, fail)
    for _ in range(2):
        os.kill(os.getpid(), signal.SIGUSR1)
        await pause()
    loop.remove_signal_handler(signal.SIGUSR1)


class Failing(asyncio.Protocol):
    """One of its methods raises."""

    def __init__(self, method, lost):
        self.lost = lost
        self.calls = []
        for name in "connection_made", "data_received", "eof_received", "connection_lost", "pause_writing", "resume_writing":
            setattr(self, name, self.made(name, name == method))

    def made(self, name, fails):
        def method(*arguments):
            self.calls.append(name)
            if name == "connection_lost":
                self.lost.set()
            if fails:
                fail()

        return method


class FailingBuffered(asyncio.BufferedProtocol):
    def __init__(self, method, lost):
        self.method, self.lost = method, lost

    def get_buffer(self, sizehint):
        return fail() if self.method == "get_buffer" else bytearray(0 if self.method == "empty" else 10)

    def buffer_updated(self, nbytes):
        fail()

    def connection_lost(self, exc):
        self.lost.set()
        print("lost", repr(exc))


async def protocols():
    loop = asyncio.get_running_loop()
    for method in "connection_made", "data_received", "eof_received", "connection_lost", "pause_writing", "resume_writing":
        lost = asyncio.Event()
        here, there = socket.socketpair()
        transport, protocol = await loop.create_connection(lambda: Failing(method, lost), sock=here)
        if method.endswith("writing"):
            transport.write(bytes(1_000_000))
            there.setblocking(False)
            count = 0
            while count < 1_000_000:
                count += len(await loop.sock_recv(there, 1 << 20))
        there.sendall(b"data")
        await pause()
        there.shutdown(socket.SHUT_WR)
        await lost.wait()
        await pause()
        print(method, protocol.calls, transport.is_closing())
        there.close()
    for method in "get_buffer", "buffer_updated", "empty":
        lost = asyncio.Event()
        here, there = socket.socketpair()
        await loop.create_connection(lambda: FailingBuffered(method, lost), sock=here)
        there.sendall(b"data")
        await lost.wait()
        there.close()
    here, there = socket.socketpair()
    try:
        await loop.create_connection(fail, sock=here)
    except ValueError as error:
        print("factory:", error)
    here.close()
    there.close()


async def servers():
    async def asynchronously(reader, writer):
        await reader.read(1)
        fail()

    def synchronously(reader, writer):
        fail()

    async def cancelled(reader, writer):
        raise asyncio.CancelledError

    for function in asynchronously, synchronously, cancelled:
        server = await asyncio.start_server(function, "127.0.0.1", 0)
        for _ in range(2):
            reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
            if function is asynchronously:
                writer.write(b"x")
            if function is synchronously:
                # Nobody has closed it.
                await pause()
            else:
                print(await reader.read())
            writer.close()
            await writer.wait_closed()
        server.close()
        server.close_clients()
        await server.wait_closed()
    server = await asyncio.get_running_loop().create_server(fail, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()


async def datagrams():
    class Echo(asyncio.DatagramProtocol):
        def __init__(self):
            self.got = []

        def datagram_received(self, data, address):
            self.got.append(data)
            fail()

    loop = asyncio.get_running_loop()
    transport, protocol = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 0))
    with socket.socket(type=socket.SOCK_DGRAM) as sock:
        for _ in range(2):
            sock.sendto(b"x", transport.get_extra_info("sockname"))
            await pause()
    print(protocol.got, transport.is_closing())
    transport.close()
    await pause()


class Show(logging.Handler):
    def emit(self, record):
        print(record.getMessage().split("\n")[0], repr(record.exc_info[1]))


async def handlers_of_exceptions():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: fail())
    loop.call_soon(fail)
    await pause()
    loop.set_exception_handler(told)


def descriptors():
    return sorted(os.listdir("/proc/self/fd"))


async def main():
    logging.getLogger("asyncio").addHandler(Show())
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(told)
    await loop.run_in_executor(None, int)
    before = descriptors()
    for test in callbacks, descriptors_that_are_ready, signals, protocols, servers, datagrams, handlers_of_exceptions:
        print(f"-- {test.__name__}")
        await asyncio.wait_for(test(), 10)
        for entry in log:
            print("   ", *entry)
        log.clear()
        for _ in range(100):
            if descriptors() == before:
                break
            await asyncio.sleep(0.01)
        else:
            print("descriptors are left", before, descriptors())


asyncio.run(main())


def leave():
    raise SystemExit(3)


# These two end the loop, and it can run again.
loop = asyncio.new_event_loop()
for function, kind in (leave, SystemExit), (lambda: signal.raise_signal(signal.SIGINT), KeyboardInterrupt):
    loop.call_soon(function)
    try:
        loop.run_until_complete(asyncio.sleep(1))
    except kind as error:
        print(repr(error), loop.is_running())
    for task in asyncio.all_tasks(loop):
        task.cancel()
    print(loop.run_until_complete(asyncio.sleep(0, "runs")))
loop.close()
