# by hand
"""All descriptors are in use: each call says so, servers wait until there are some again, and nothing is lost but what failed."""

import asyncio
import os
import socket
import subprocess

from asyncio import constants

# Servers try again after this time.
constants.ACCEPT_RETRY_DELAY = 0.02
log = []


def told(loop, context):
    log.append((context["message"], repr(context["exception"]), sorted(context)))


def descriptors():
    return sorted(os.listdir("/proc/self/fd"))


class NoneLeft:
    """Uses all descriptors up, but for some."""

    def __init__(self, free=0):
        self.free = free

    def __enter__(self):
        self.used = []
        while True:
            try:
                self.used.append(os.open("/dev/null", os.O_RDONLY))
            except OSError as error:
                for _ in range(self.free):
                    os.close(self.used.pop())
                return error.errno

    def __exit__(self, *_):
        for descriptor in self.used:
            os.close(descriptor)


async def attempt(awaitable):
    try:
        return await awaitable
    except OSError as error:
        return f"{type(error).__name__} {error.errno}"


async def echo(reader, writer):
    writer.write(await reader.read(100))
    writer.close()


async def exchange(loop, sock):
    await loop.sock_sendall(sock, b"hello")
    answer = await loop.sock_recv(sock, 100)
    sock.close()
    return answer


async def servers():
    loop = asyncio.get_running_loop()
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    clients = [socket.socket() for _ in range(3)]
    for client in clients:
        client.setblocking(False)
    with NoneLeft() as reason:
        print(reason)
        for client in clients:
            await loop.sock_connect(client, address)
        while len(log) < 3:
            await asyncio.sleep(0.005)
        # Those who wait do not cost the loop its time.
        print(len(log) < 20, server.is_serving())
    print(set(map(str, log)))
    print(await asyncio.gather(*[exchange(loop, client) for client in clients]))
    server.close()
    await server.wait_closed()
    # A server that is closed while it waits.
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    client = socket.socket()
    client.setblocking(False)
    count = len(log)
    with NoneLeft():
        await loop.sock_connect(client, server.sockets[0].getsockname())
        while len(log) == count:
            await asyncio.sleep(0.005)
        server.close()
    client.close()
    await asyncio.sleep(0.05)
    print(server.is_serving(), {message for message, *_ in log})


async def calls():
    loop = asyncio.get_running_loop()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = listener.getsockname()
        with NoneLeft():
            print(await attempt(asyncio.open_connection(*address)))
            print(await attempt(asyncio.start_server(echo, "127.0.0.1", 0)))
            print(await attempt(asyncio.open_unix_connection("/tmp/nothing")))
            print(await attempt(asyncio.create_subprocess_exec("true")))
            print(await attempt(asyncio.create_subprocess_exec("cat", stdin=asyncio.subprocess.PIPE)))
            print(await attempt(loop.create_datagram_endpoint(asyncio.DatagramProtocol, local_addr=("127.0.0.1", 0))))
            print(await asyncio.to_thread(len, "thread"), await asyncio.sleep(0, "sleeps"))
    # Some of the descriptors that a thing needs are there: it gives them back.
    for free in range(10):
        outcomes = []
        with NoneLeft(free):
            try:
                asyncio.new_event_loop().close()
                outcomes.append("a loop")
            except OSError as error:
                outcomes.append(error.errno)
            try:
                process = await asyncio.create_subprocess_exec("cat", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
                await process.communicate()
                outcomes.append("a process")
            except OSError as error:
                outcomes.append(error.errno)
        print(free, outcomes)
    try:
        print("a child is left:", os.waitpid(-1, 0))
    except ChildProcessError as error:
        print(error)


async def main():
    subprocess.run(["prlimit", f"--pid={os.getpid()}", "--nofile=64:"], check=True)
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(told)
    await loop.run_in_executor(None, int)
    # How children are waited for is decided with the first.
    await (await asyncio.create_subprocess_exec("true")).wait()
    before = descriptors()
    for test in servers, calls:
        print(f"-- {test.__name__}")
        await asyncio.wait_for(test(), 10)
        for _ in range(100):
            if descriptors() == before:
                break
            await asyncio.sleep(0.01)
        else:
            print("descriptors are left", before, descriptors())


asyncio.run(main())
