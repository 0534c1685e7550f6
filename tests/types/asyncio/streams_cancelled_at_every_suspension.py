"""Clients, servers and users of processes are cancelled at each suspension: descriptors are given back, and whoever is left works on."""

import asyncio
import gc
import os
import socket
import types

BIG = b"0123456789abcdef" * 16384


@types.coroutine
def resume(k, moment, coro):
    """Awaits a coroutine. The task is cancelled when it has been suspended for the k-th time, or when that wait is just over."""
    count, error = 0, None
    task = asyncio.current_task()
    while True:
        try:
            future = coro.send(None) if error is None else coro.throw(error)
        except StopIteration as stop:
            return stop.value
        error = None
        count += 1
        if count == k:
            if moment == "waiting" or future is None:
                asyncio.get_running_loop().call_soon(task.cancel)
            else:
                future.add_done_callback(lambda _: task.cancel())
        try:
            yield future
        except BaseException as raised:
            error = raised


async def cancelled_at(k, moment, coro):
    return await resume(k, moment, coro)


def small_buffers(writer):
    """Whoever sends much has to wait."""
    sock = writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 32768)
    writer.transport.set_write_buffer_limits(high=10000)


async def echo(reader, writer):
    small_buffers(writer)
    try:
        while data := await reader.read(30000):
            writer.write(data)
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()


async def talk(host, port):
    reader, writer = await asyncio.open_connection(host, port)
    try:
        small_buffers(writer)
        writer.write(b"a line\n")
        assert await reader.readline() == b"a line\n"

        async def send():
            writer.write(BIG + b"some more;")
            await writer.drain()

        async with asyncio.TaskGroup() as group:
            group.create_task(send())
            await asyncio.sleep(0.001)
            assert await reader.readexactly(len(BIG)) == BIG
        assert await reader.readuntil(b";") == b"some more;"
        writer.write(BIG)
        receiving = asyncio.create_task(reader.read())
        try:
            await writer.drain()
            writer.write_eof()
            assert await receiving == BIG
        finally:
            receiving.cancel()
    finally:
        writer.close()
        await writer.wait_closed()
    return "done"


async def client(cancelling, host="127.0.0.1"):
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    outcome = await cancelling(talk(host, port))
    # The server has others to serve.
    assert await talk("127.0.0.1", port) == "done"
    server.close()
    await server.wait_closed()
    return outcome


async def client_of_a_name(cancelling):
    return await client(cancelling, "localhost")


async def handler(cancelling):
    outcomes = []

    async def accept(reader, writer):
        outcomes.append(await cancelling(echo(reader, writer)) or "done")
        writer.close()

    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(BIG)
    writer.write_eof()
    try:
        assert BIG.startswith(await reader.read())
    except ConnectionError:
        pass
    writer.close()
    try:
        await writer.wait_closed()
    except ConnectionError:
        pass
    server.close()
    await server.wait_closed()
    return outcomes[0]


async def unix_client(cancelling):
    path = f"/tmp/taipan-cancelled-{os.getpid()}.sock"
    server = await asyncio.start_unix_server(echo, path)

    async def use():
        reader, writer = await asyncio.open_unix_connection(path)
        try:
            writer.write(b"a line\n")
            await reader.readline()
        finally:
            writer.close()
            await writer.wait_closed()
        return "done"

    outcome = await cancelling(use())
    assert await use() == "done"
    server.close()
    await server.wait_closed()
    return outcome


async def serving(cancelling):
    server = await asyncio.start_server(echo, "127.0.0.1", 0, start_serving=False)

    async def use():
        async with server:
            await server.start_serving()
            asyncio.get_running_loop().call_later(0.005, server.close)
            try:
                await server.serve_forever()
            except asyncio.CancelledError:
                if asyncio.current_task().cancelling():
                    raise
        return "done"

    outcome = await cancelling(use())
    assert not server.is_serving() and server.sockets == ()
    return outcome


async def process(cancelling):
    async def use():
        process = await asyncio.create_subprocess_exec("cat", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
        try:
            process.stdin.write(b"a line\n")
            await process.stdin.drain()
            assert await process.stdout.readline() == b"a line\n"
            process.stdin.write(BIG)
            await asyncio.gather(process.stdin.drain(), process.stdout.readexactly(len(BIG)))
            assert await process.communicate(BIG) == (BIG, None)
        finally:
            if process.returncode is None:
                process.kill()
            await process.communicate()
        return "done"

    return await cancelling(use())


async def sockets(cancelling):
    loop = asyncio.get_running_loop()
    listener = socket.create_server(("127.0.0.1", 0))
    listener.setblocking(False)

    async def use():
        client, accepted = socket.socket(), None
        client.setblocking(False)
        try:
            accepting = asyncio.create_task(loop.sock_accept(listener))
            try:
                await loop.sock_connect(client, listener.getsockname())
                accepted, _ = await accepting
            finally:
                accepting.cancel()
            accepted.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 32768)
            client.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 32768)
            sending = asyncio.create_task(loop.sock_sendall(client, BIG))
            try:
                await asyncio.sleep(0.001)
                count = 0
                while count < len(BIG):
                    count += len(await loop.sock_recv(accepted, 100000))
            finally:
                sending.cancel()
        finally:
            for sock in client, accepted:
                if sock is not None:
                    loop.remove_reader(sock)
                    loop.remove_writer(sock)
                    sock.close()
        return "done"

    outcome = await cancelling(use())
    listener.close()
    return outcome


def descriptors():
    return sorted(os.listdir("/proc/self/fd"))


async def settled(before):
    """Whether all is as before, now or very soon."""
    for n in range(40):
        if descriptors() == before and len(asyncio.all_tasks()) == 1:
            return True
        if n > 3:
            # Exceptions may hold their frames.
            gc.collect()
        await asyncio.sleep(0.002 * n)
    return False


def no_children():
    try:
        return os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True


async def attempt(scenario, k, moment):
    cancelled = []

    async def cancelling(coro):
        task = asyncio.create_task(cancelled_at(k, moment, coro))
        try:
            return await task
        except asyncio.CancelledError:
            if asyncio.current_task().cancelling():
                raise
            return "cancelled"
        finally:
            cancelled.append(task.cancelling())

    outcome = await scenario(cancelling)
    return cancelled == [0], outcome


async def main():
    # The loop's own threads and pipes are there from now on.
    await asyncio.get_running_loop().run_in_executor(None, int)
    for scenario in client, client_of_a_name, handler, unix_client, serving, process, sockets:
        for moment in "waiting", "over":
            outcomes, before = set(), descriptors()
            for k in range(1, 500):
                uncancelled, outcome = await asyncio.wait_for(attempt(scenario, k, moment), 5)
                outcomes.add(outcome)
                if not await settled(before):
                    print(scenario.__name__, moment, k, "has left something:", before, descriptors(), asyncio.all_tasks())
                    break
                if uncancelled:
                    break
            print(scenario.__name__, moment, sorted(outcomes), k >= 3, no_children())


asyncio.run(main())
