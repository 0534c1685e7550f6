# Whatever waits is interrupted for a handler and goes on when that raises nothing.
import os
import queue
import select
import signal
import socket
import threading
import time
import warnings

seen = []
signal.signal(signal.SIGALRM, lambda *args: seen.append(args[0]))


def during(name, function, *args):
    seen.clear()
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    answer = function(*args)
    while not seen:
        time.sleep(0.001)
    print(name, answer, len(seen))


def later(function, *args):
    def wait():
        while not seen:
            time.sleep(0.001)
        function(*args)
    thread = threading.Thread(target=wait)
    thread.start()
    return thread


def slept():
    begun = time.monotonic()
    time.sleep(0.1)
    return time.monotonic() - begun >= 0.1


during("sleep", slept)

lock = threading.Lock()
lock.acquire()
during("lock", lambda: (later(lock.release), lock.acquire())[1])

event = threading.Event()
during("event", lambda: (later(event.set), event.wait())[1])

items = queue.Queue()
during("queue", lambda: (later(items.put, "item"), items.get())[1])

during("join", lambda: later(lambda: None).join())

reader, writer = os.pipe()
during("read", lambda: (later(os.write, writer, b"data"), os.read(reader, 10))[1])
during("select", lambda: (later(os.write, writer, b"more"), select.select([reader], [], []))[1][0] == [reader])
os.read(reader, 10)
poll = select.poll()
poll.register(reader, select.POLLIN)
during("poll", lambda: (later(os.write, writer, b"more"), poll.poll())[1] == [(reader, select.POLLIN)])

left, right = socket.socketpair()
during("recv", lambda: (later(left.send, b"message"), right.recv(10))[1])
left.settimeout(60)
during("recv with a timeout", lambda: (later(right.send, b"answer"), left.recv(10))[1])
left.close()
right.close()


def ended_child():
    begin, begun = os.pipe()
    child = os.fork()
    if child == 0:
        os.read(begin, 1)
        os._exit(7)
    thread = later(os.write, begun, b"x")
    status = os.waitpid(child, 0)[1]
    thread.join()
    return os.waitstatus_to_exitcode(status)


warnings.simplefilter("ignore")
during("waitpid", ended_child)
