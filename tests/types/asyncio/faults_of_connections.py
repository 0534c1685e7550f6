"""Connections that are refused, reset, half closed, cut off, never accepted, or without an end of line. No descriptor is left."""

import asyncio
import os
import socket
import struct


ports = []


def descriptors():
    return sorted(os.listdir("/proc/self/fd"))


def told(error):
    if isinstance(error, BaseExceptionGroup):
        return f"{error.message}: {[told(one) for one in error.exceptions]}"
    text = str(error)
    for port in ports:
        text = text.replace(str(port), "PORT")
    return f"{type(error).__name__} {text}"


async def attempt(awaitable):
    try:
        return await awaitable
    except (OSError, EOFError, ValueError, RuntimeError, ExceptionGroup, asyncio.LimitOverrunError) as error:
        return told(error)


def unused_port():
    with socket.create_server(("127.0.0.1", 0)) as sock:
        port = sock.getsockname()[1]
    ports.append(port)
    return port


async def pair(**options):
    """Both ends of a connection as streams."""
    here, there = socket.socketpair()
    return await asyncio.open_connection(sock=here, **options), await asyncio.open_connection(sock=there, **options)


async def tcp_pair():
    listener = socket.create_server(("127.0.0.1", 0))
    here = socket.create_connection(listener.getsockname())
    there, _ = listener.accept()
    listener.close()
    return await asyncio.open_connection(sock=here), await asyncio.open_connection(sock=there)


async def end(*writers):
    for writer in writers:
        writer.close()
        await attempt(writer.wait_closed())


async def refused():
    port = unused_port()
    print(await attempt(asyncio.open_connection("127.0.0.1", port)))
    print(await attempt(asyncio.open_connection("127.0.0.1", port, all_errors=True)))
    print(await attempt(asyncio.open_connection("127.0.0.1", port, happy_eyeballs_delay=0.01)))
    print(await attempt(asyncio.open_connection("127.0.0.1", port, local_addr=("127.0.0.1", 0))))
    print(await attempt(asyncio.open_connection("127.0.0.1", port, local_addr=("192.0.2.1", 0))))
    print(await attempt(asyncio.open_connection("name.invalid", port)) is not None)


async def reset():
    (reader, writer), (_, other) = await tcp_pair()
    reading = asyncio.create_task(attempt(reader.readexactly(10)))
    other.write(b"12345")
    await other.drain()
    await asyncio.sleep(0.01)
    # Its end is no orderly one.
    other.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    other.transport.abort()
    print(await reading)
    print(await attempt(reader.read(1)), reader.at_eof(), reader.exception() is not None)
    for _ in range(3):
        writer.write(b"lost")
    print(await attempt(writer.drain()), writer.is_closing())
    print(await attempt(writer.wait_closed()))
    await end(writer, other)


async def reset_while_writing():
    (_, writer), (reader, other) = await tcp_pair()
    writer.write(bytes(10_000_000))
    drains = [asyncio.create_task(attempt(writer.drain())) for _ in range(3)]
    await asyncio.sleep(0.01)
    print([task.done() for task in drains], writer.transport.get_write_buffer_size() > 0)
    other.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    other.transport.abort()
    print({answer.split()[0] for answer in await asyncio.gather(*drains)}, writer.transport.get_write_buffer_size())
    await end(writer, other)


async def half_closed():
    (reader, writer), (other_reader, other) = await tcp_pair()
    writer.write(b"question")
    writer.write_eof()
    print(await other_reader.read(), other_reader.at_eof(), other.is_closing())
    # The other direction works on.
    for word in b"an ", b"answer":
        other.write(word)
        await other.drain()
        await asyncio.sleep(0.005)
    print(await reader.readexactly(9))
    try:
        writer.write(b"more")
    except RuntimeError as error:
        print(error)
    writer.write_eof()
    other.write_eof()
    print(await reader.read(), reader.at_eof())
    await end(writer, other)
    writer.write_eof()
    print(await attempt(writer.drain()))


async def much_before_the_end():
    (reader, writer), (other_reader, other) = await pair()
    writer.write(bytes(3_000_000))
    # What has been written is sent first.
    writer.write_eof()
    writer.close()
    await asyncio.sleep(0.01)
    print(len(await other_reader.read()))
    await end(writer, other)


async def cut_off():
    (reader, writer), (_, other) = await pair()
    other.write(b"half a li")
    other.close()
    print(await attempt(reader.readuntil(b"\n")), await attempt(reader.readexactly(5)), await reader.readline())
    print(await reader.read(), await attempt(reader.readexactly(1)), await attempt(reader.readexactly(0)))
    await end(writer, other)


async def endless_line():
    (reader, writer), (_, other) = await pair(limit=1000)

    async def babble():
        count = 0
        try:
            while True:
                other.write(b"x" * 10000)
                await other.drain()
                count += 1
        except ConnectionError as error:
            return count > 0

    task = asyncio.create_task(babble())
    for _ in range(3):
        print(await attempt(reader.readline()))
    for _ in range(2):
        # Nothing is taken out of the buffer: it stays so large.
        answer = await attempt(reader.readuntil(b"\n"))
        await asyncio.sleep(0.01)
        print(answer, len(reader._buffer) <= 2 * 1000 + writer.transport.max_size, task.done())
    print(len(await reader.readexactly(500_000)))
    await end(writer)
    print(await task)
    await end(other)


async def never_accepted():
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        waiting = []
        for _ in range(10):
            try:
                async with asyncio.timeout(0.05):
                    waiting.append(await asyncio.open_connection(*listener.getsockname()))
            except TimeoutError:
                print("timed out")
                break
        await end(*[writer for _, writer in waiting])


async def end_of_a_writer():
    (reader, writer), (_, other) = await pair()
    writer.close()
    writer.close()
    print(writer.is_closing(), await attempt(writer.wait_closed()), await attempt(writer.drain()))
    for _ in range(8):
        writer.write(b"nobody")
    print(writer.transport.get_write_buffer_size(), await reader.read())
    await end(other)


async def main():
    await asyncio.get_running_loop().run_in_executor(None, int)
    before = descriptors()
    for test in (refused, reset, reset_while_writing, half_closed, much_before_the_end, cut_off, endless_line, never_accepted,
                 end_of_a_writer):
        print(f"-- {test.__name__}")
        await asyncio.wait_for(test(), 10)
        for _ in range(100):
            if descriptors() == before:
                break
            await asyncio.sleep(0.01)
        else:
            print("descriptors are left")
    print(len(asyncio.all_tasks()))


asyncio.run(main())
