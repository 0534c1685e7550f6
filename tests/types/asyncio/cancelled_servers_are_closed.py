# by hand
# The start of a server is cancelled at each suspension, or fails: nothing goes on listening.
import asyncio
import os
import socket

PATH = f"/tmp/taipan-cancelled-server-{os.getpid()}.sock"


def descriptors():
    return sorted(os.listdir("/proc/self/fd"))


async def settled(before):
    """Whether all is as before; a thread may still ask for the addresses of a name."""
    for _ in range(100):
        if descriptors() == before:
            return True
        await asyncio.sleep(0.01)
    return False


async def start(kind, port):
    if kind == "tcp":
        return await asyncio.start_server(print, ["127.0.0.1", "127.0.0.2"], port)
    if kind == "name":
        return await asyncio.start_server(print, "localhost", port)
    return await asyncio.start_unix_server(print, PATH)


async def main():
    await asyncio.get_running_loop().run_in_executor(None, int)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    before = descriptors()
    for kind in "tcp", "name", "unix":
        cancelled = 0
        for k in range(1000):
            task = asyncio.create_task(start(kind, port))
            for _ in range(k):
                await asyncio.sleep(0)
            if task.done():
                break
            task.cancel()
            try:
                await task
            except asyncio.CancelledError:
                cancelled += 1
            assert await settled(before), (kind, k, descriptors())
        server = await task
        print(kind, cancelled > 0, server.is_serving())
        server.close()
        await server.wait_closed()
        print(await settled(before))
    # One that cannot listen.
    sock = socket.socket(type=socket.SOCK_DGRAM)
    stream = socket.socket()
    stream.bind(("127.0.0.1", 0))
    other = socket.socket()
    for what in sock, stream:
        try:
            async with await asyncio.start_server(print, sock=what) as server:
                print(server.is_serving())
        except (ValueError, OSError) as error:
            print(type(error).__name__)
    for what in sock, stream, other:
        what.close()
    print(await settled(before))


asyncio.run(main())
