# A server with N connections: a thread for each, or an event loop.
#
# Another process of the same Python makes the connections. Most of them are idle at any time: it asks over so many at once, in turn, and measures how long
# the answers take. The server looks at its memory when all has been asked.
import collections
import errno
import select
import socket

AT_ONCE = 50
SIZE = 64
QUESTION = b"0123456789abcdef" * (SIZE // 16)
kind = parameters["server"]
connections = int(parameters["connections"])
# Descriptors for the program itself.
OWN = 40
# Seconds that threads may take to begin.
PATIENCE = 10.0


def leave_out(why):
    if other is not None:
        other.kill()
    sys.stdout.write("! %s\n" % why)
    sys.stdout.flush()
    os._exit(0)


def size_in(path, name):
    """A line of a file of the system that gives a size, in bytes."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        for line in os.read(descriptor, 65536).decode("ascii", "replace").splitlines():
            if line.startswith(name + ":"):
                return int(line.split()[1]) * 1024
    finally:
        os.close(descriptor)


def resident():
    """The memory of this process."""
    return size_in("/proc/self/status", "VmRSS")


def answer(question):
    return question[::-1]


def connect(address, poll, links):
    """Makes all connections. Each is asked over once, so that the server has it."""
    while len(links) < connections:
        some = min(AT_ONCE, connections - len(links))
        for _ in range(some):
            link = socket.create_connection(address)
            link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            links[link.fileno()] = link
            poll.register(link.fileno(), 1)
            link.sendall(QUESTION)
        while some:
            for descriptor, _ in poll.poll():
                links[descriptor].recv(SIZE)
                some -= 1


def ask(address, control):
    """The other process: connects, asks for a while, and sends what it has measured."""
    poll = getattr(select, "epoll", select.poll)()
    links = {}
    connect(address, poll, links)
    # Those that have been idle for longest come first.
    idle = collections.deque(links)
    sent = {}
    delays = []
    began = now()
    until = began + seconds
    for _ in range(min(AT_ONCE, connections)):
        descriptor = idle.popleft()
        sent[descriptor] = now()
        links[descriptor].sendall(QUESTION)
    while sent:
        for descriptor, _ in poll.poll():
            links[descriptor].recv(SIZE)
            t = now()
            delays.append(t - sent.pop(descriptor))
            idle.append(descriptor)
            if t < until:
                descriptor = idle.popleft()
                sent[descriptor] = now()
                links[descriptor].sendall(QUESTION)
    took = now() - began
    shown = "%.9g" % took + "".join([" %.9g" % delay for delay in delays])
    control.sendall(shown.encode("ascii") + b"\n")
    # The connections stay until the server has looked at its memory, and has ended.
    control.recv(1)


def result(control):
    """What the other process has measured."""
    parts = []
    while not parts or not parts[-1].endswith(b"\n"):
        part = control.recv(1 << 20)
        if not part:
            raise RuntimeError("the process that asks has failed")
        parts.append(part)
    return [float(word) for word in b"".join(parts).decode("ascii").split()]


def serve_with_threads(listener, control):
    def serve(link):
        while True:
            question = link.recv(SIZE)
            if not question:
                break
            link.sendall(answer(question))
        link.close()

    limit = resident() + size_in("/proc/meminfo", "MemAvailable") // 2
    until = now() + PATIENCE
    for i in range(connections):
        if i % 50 == 0 and resident() > limit:
            leave_out("%d threads take half of the memory that is free" % i)
        if now() > until:
            leave_out("after %g seconds there were %d threads" % (PATIENCE, i))
        link, _ = listener.accept()
        link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        thread = threading.Thread(target=serve, args=(link,))
        thread.daemon = True
        try:
            thread.start()
        except (threading.ThreadError, RuntimeError, MemoryError):
            leave_out("no more than %d threads can be started" % i)
    return result(control)


# Words that Python 2 cannot even read.
LOOPS = """
import asyncio

class Answering(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, question):
        self.transport.write(answer(question))

async def serve(reader, writer):
    while True:
        question = await reader.read(SIZE)
        if not question:
            break
        writer.write(answer(question))
    writer.close()

async def main(listener, control):
    loop = asyncio.get_running_loop()
    if kind == "streams":
        server = await asyncio.start_server(serve, sock=listener, backlog=1000)
    else:
        server = await loop.create_server(Answering, sock=listener, backlog=1000)
    ready = loop.create_future()
    loop.add_reader(control, lambda: ready.done() or ready.set_result(None))
    await ready
    loop.remove_reader(control)
    found = result(control)
    return found, resident()
"""

other = None
if connections + OWN > int(parameters.get("descriptors", 1 << 30)):
    leave_out("a process may have %s descriptors" % parameters["descriptors"])
if kind != "threads" and sys.version_info < (3, 7):
    sys.exit(0)
listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("127.0.0.1", 0))
listener.listen(1000)
near, far = socket.socketpair()


def asking():
    near.close()
    address = listener.getsockname()
    listener.close()
    ask(address, far)


other = Child(asking)
far.close()
names = dict(globals())
if kind != "threads":
    exec(LOOPS, names)
before = resident()
try:
    if kind == "threads":
        found = serve_with_threads(listener, near)
        memory = resident()
    else:
        found, memory = names["asyncio"].run(names["main"](listener, near))
except socket.error:
    error = sys.exc_info()[1]
    if error.errno in (errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ENOBUFS):
        leave_out(error.strerror)
    raise
report("rate", [(len(found) - 1) / found[0]])
report("delay", found[1:])
report("memory", [memory])
report("each", [max(0, memory - before) / float(connections)])
# The other process ends when this one has. Thousands of threads that end one after the other are not what is measured.
sys.stdout.flush()
os._exit(0)
