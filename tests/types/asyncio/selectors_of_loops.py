"""What a loop waits with: its own selector, one of the program's, and one whose methods are replaced."""

import asyncio
import os
import selectors
import socket


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def shown(text, *numbers):
    for i, number in enumerate(numbers):
        text = str(text).replace(f"FD {number}", f"FD {i}").replace(f"{number} is not", f"{i} is not")
    return text


async def descriptors():
    loop = asyncio.get_running_loop()
    here, there = socket.socketpair()
    here.setblocking(False)
    got = []
    fd = here.fileno()
    selector = loop._selector
    print(type(selector).__name__, isinstance(selector, selectors.EpollSelector), isinstance(selector, selectors.BaseSelector))
    before = len(selector.get_map())
    print(loop.add_reader(fd, lambda *args: got.append((args, here.recv(10))), 1, 2), len(selector.get_map()) - before)
    key = selector.get_key(fd)
    print(type(key).__name__, key.fileobj == fd, key.fd == fd, key.events, len(key.data), key.data[1], key.data[0]._args)
    print(fd in selector.get_map(), selector.get_map()[fd] == key, here in selector.get_map())
    there.send(b"one")
    await asyncio.sleep(0.001)
    print(got, key.data[0].cancelled())
    # Another function for the same descriptor: the first is cancelled.
    loop.add_reader(here, lambda: got.append(here.recv(10)))
    print(key.data[0].cancelled())
    there.send(b"two")
    await asyncio.sleep(0.001)
    loop.add_writer(fd, lambda: (got.append("writes"), loop.remove_writer(fd)))
    print(selector.get_key(here).events)
    await asyncio.sleep(0.001)
    print(got[1:], selector.get_key(fd).events, loop.remove_writer(here), loop.remove_reader(here), loop.remove_reader(fd))
    print(shown(attempt(selector.get_key, fd), fd), len(selector.get_map()) - before)
    # A handle that is cancelled by the program is waited for no longer.
    handle = loop._add_reader(fd, got.append, "never")
    handle.cancel()
    there.send(b"three")
    await asyncio.sleep(0.001)
    print(got[3:], fd in selector.get_map(), loop.remove_reader(fd))
    for wrong in "text", 2.5, None, -1:
        print(attempt(loop.add_reader, wrong, print), "|", attempt(loop.remove_reader, wrong))
    with open(os.devnull) as file:
        print(attempt(loop.add_reader, file, print), file.fileno() in selector.get_map())
    # Registered with the selector itself.
    print(selector.register(here, selectors.EVENT_READ, (asyncio.Handle(got.append, ("by key",), loop), None)).fileobj is here)
    await asyncio.sleep(0.001)
    print("by key" in got, shown(attempt(selector.register, fd, selectors.EVENT_READ), fd).partition("(")[2])
    print(selector.modify(here, selectors.EVENT_WRITE, (None, None)).events, [(k.fileobj is here, e) for k, e in selector.select(0)])
    print(attempt(selector.register, there, 0), attempt(selector.register, there, 8))
    print(selector.unregister(here).fd == fd, attempt(selector.unregister, there).startswith("KeyError"), selector.select(0))
    here.close()
    there.close()
    # What is closed before it is removed.
    here, there = socket.socketpair()
    loop.add_reader(here, print)
    here.close()
    print(loop.remove_reader(here), len(selector.get_map()) - before)
    there.close()


async def echo():
    """Streams and a server."""

    async def handle(reader, writer):
        while data := await reader.read(100):
            writer.write(data)
        writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    for i in range(3):
        writer.write(b"%d" % i)
        print(await reader.read(10), end=" ")
    writer.write_eof()
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()


asyncio.run(descriptors())


class Counting(selectors.SelectSelector):
    calls = 0

    def select(self, timeout=None):
        self.calls += 1
        return super().select(timeout)


for selector in Counting(), selectors.PollSelector(), selectors.EpollSelector():
    loop = asyncio.SelectorEventLoop(selector)
    print(type(loop._selector).__name__, loop._selector is selector)
    loop.run_until_complete(echo())
    loop.close()
    print(getattr(selector, "calls", 10) >= 10, loop._selector)

# A method of the loop's own selector is replaced.
loop = asyncio.new_event_loop()
calls = []
select = loop._selector.select
loop._selector.select = lambda timeout=None: (calls.append(timeout), select(timeout))[1]
loop.run_until_complete(echo())
print(len(calls) >= 10, 0 in calls, None in calls)
loop.close()


class Watching(asyncio.SelectorEventLoop):
    events = 0

    def _process_events(self, event_list):
        self.events += len(event_list)
        super()._process_events(event_list)


loop = Watching()
loop.run_until_complete(echo())
print(loop.events >= 7)
loop.close()
print(attempt(loop.add_reader, 0, print), loop._selector)


async def given_as_data():
    """Handles that the program has registered with the selector itself are those of the loop."""
    loop = asyncio.get_running_loop()
    here, there = socket.socketpair()
    got = []
    handles = [asyncio.Handle(got.append, (name,), loop) for name in ("reader", "writer")]
    loop._selector.register(here.fileno(), selectors.EVENT_READ | selectors.EVENT_WRITE, tuple(handles))
    print(loop.remove_reader(here.fileno()), [handle.cancelled() for handle in handles])
    await asyncio.sleep(0.001)
    print(set(got), loop._selector.get_key(here.fileno()).events)
    loop.add_reader(here.fileno(), got.append, "another")
    print(loop._selector.get_key(here.fileno()).data[1] is handles[1])
    print(loop.remove_writer(here.fileno()), [handle.cancelled() for handle in handles], loop.remove_reader(here.fileno()))
    here.close()
    there.close()


asyncio.run(given_as_data())
