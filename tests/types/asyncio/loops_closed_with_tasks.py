"""A loop is closed while tasks, connections and threads still want something of it: clear errors, and nothing stays open."""

import asyncio
import gc
import logging
import os
import socket
import threading
import warnings


class Show(logging.Handler):
    def emit(self, record):
        print("   ", record.levelname, record.getMessage().split("\n")[0].split("<")[0])


logging.getLogger("asyncio").addHandler(Show())


def shown(message, category, *_, **__):
    if "transport" in str(message):
        print("   ", category.__name__, str(message).split("<")[0])


warnings.simplefilter("always")
warnings.showwarning = shown


def descriptors():
    return sorted(os.listdir("/proc/self/fd"))


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except (RuntimeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


async def wait(log, name):
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        log.append(name)


def tasks_that_are_left():
    loop = asyncio.new_event_loop()
    log = []

    async def main():
        return [asyncio.create_task(wait(log, n), name=f"left {n}") for n in range(2)]

    tasks = loop.run_until_complete(main())
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()
    print([task.done() for task in tasks], log)
    # There is no loop that could tell it of its cancellation.
    print(attempt(tasks[0].cancel))
    del tasks
    gc.collect()
    print(sorted(log))


def what_a_closed_loop_says():
    loop = asyncio.new_event_loop()
    future = loop.create_future()
    future.add_done_callback(print)
    handle = loop.call_later(100, print)
    loop.close()
    loop.close()
    print(loop.is_closed(), handle.cancelled())
    for method, *arguments in ("call_soon", print), ("call_later", 1, print), ("call_at", 1, print), (
            "call_soon_threadsafe", print), ("run_forever",), ("run_in_executor", None, print), ("add_reader", 0, print), (
            "add_signal_handler", 10, print), ("run_until_complete", future):
        print(method, attempt(getattr(loop, method), *arguments))
    coroutine = asyncio.sleep(0)
    for method in "create_task", "run_until_complete":
        print(method, attempt(getattr(loop, method), coroutine))
    coroutine.close()
    print(attempt(future.set_result, 1))
    print(loop.remove_reader(0), loop.remove_signal_handler(10), attempt(loop.stop))


def a_running_loop():
    async def main():
        loop = asyncio.get_running_loop()
        other = asyncio.new_event_loop()
        coroutine = asyncio.sleep(0)
        print(attempt(loop.close), attempt(loop.run_until_complete, coroutine), attempt(other.run_until_complete, coroutine))
        coroutine.close()
        other.close()
        loop.stop()
        await asyncio.sleep(0)

    print(attempt(asyncio.run, main()))


def connections_that_are_left():
    loop = asyncio.new_event_loop()
    left = []

    async def hold(reader, writer):
        left.append((reader, writer))

    async def main():
        server = await asyncio.start_server(hold, "127.0.0.1", 0)
        left.append(server)
        left.append(await asyncio.open_connection(*server.sockets[0].getsockname()))
        while len(left) < 3:
            await asyncio.sleep(0.001)

    loop.run_until_complete(main())
    loop.close()
    server, *pairs = left
    for reader, writer in pairs:
        writer.write(b"still sent")
        print(attempt(writer.close))
        try:
            reader.read().send(None)
        except StopIteration as stop:
            print(stop.value)
        except RuntimeError as error:
            print(error)
    server.close()
    print(server.is_serving())
    del server, pairs, reader, writer
    left.clear()
    gc.collect()


def threads_that_are_late():
    loop = asyncio.new_event_loop()
    go = threading.Event()
    answers = []

    def late():
        go.wait()
        answers.append(attempt(loop.call_soon_threadsafe, print))
        coroutine = asyncio.sleep(0)
        answers.append(attempt(asyncio.run_coroutine_threadsafe, coroutine, loop))
        coroutine.close()

    thread = threading.Thread(target=late)
    thread.start()
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()
    go.set()
    thread.join()
    print(answers)


def what_run_does_with_them():
    log = []

    async def stubborn():
        for n in range(3):
            try:
                await asyncio.sleep(100)
            except asyncio.CancelledError:
                log.append(n)
                if n == 1:
                    raise KeyError("while it was cancelled")
                await asyncio.sleep(0)
                asyncio.current_task().cancel()

    async def generator():
        try:
            yield 1
            yield 2
        finally:
            await asyncio.sleep(0)
            log.append("generator")

    async def executor():
        await asyncio.to_thread(log.append, "thread")

    async def main():
        tasks = [asyncio.create_task(one) for one in (stubborn(), wait(log, "waits"), executor())]
        async for _ in generator():
            break
        while "thread" not in log:
            await asyncio.sleep(0.001)
        return len(tasks)

    print(asyncio.run(main()), sorted(map(str, log)))


for test in (tasks_that_are_left, what_a_closed_loop_says, a_running_loop, connections_that_are_left, threads_that_are_late,
             what_run_does_with_them):
    print(f"-- {test.__name__}")
    before = descriptors()
    test()
    gc.collect()
    print(descriptors() == before)
