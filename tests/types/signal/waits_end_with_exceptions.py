# by hand
# A signal that another thread takes ends any wait of the main thread when its handler raises something.
# (CPython leaves the main thread waiting.)
import os
import queue
import select
import signal
import socket
import subprocess
import threading
import time


class Enough(Exception):
    pass


waits = False


def handler(number, frame):
    global waits
    if waits:
        waits = False
        raise Enough


def send():
    # Whatever the main thread is doing, it waits soon.
    while not done.is_set():
        time.sleep(0.03)
        signal.raise_signal(signal.SIGUSR1)


signal.signal(signal.SIGUSR1, handler)
lock = threading.Lock()
lock.acquire()
reader, writer = os.pipe()
left, right = socket.socketpair()
patient, _other = socket.socketpair()
patient.settimeout(60)
listener = socket.create_server(("127.0.0.1", 0))
poll = select.poll()
poll.register(reader, select.POLLIN)
child = subprocess.Popen(["sleep", "60"])
sleeper = threading.Event()
thread = threading.Thread(target=sleeper.wait)
thread.start()

for name, wait in [
    ("sleep", lambda: time.sleep(60)),
    ("lock", lock.acquire),
    ("lock with a timeout", lambda: lock.acquire(timeout=60)),
    ("event", threading.Event().wait),
    ("queue", queue.Queue().get),
    ("join", thread.join),
    ("read", lambda: os.read(reader, 1)),
    ("select", lambda: select.select([reader], [], [])),
    ("poll", poll.poll),
    ("poll with a timeout", lambda: poll.poll(60000)),
    ("recv", lambda: left.recv(1)),
    ("recv with a timeout", lambda: patient.recv(1)),
    ("accept", listener.accept),
    ("waitpid", lambda: os.waitpid(child.pid, 0)),
    ("wait", child.wait),
    ("wait with a timeout", lambda: child.wait(60)),
    ("communicate", lambda: child.communicate(timeout=60)),
    ("sigwait", lambda: signal.sigwait([signal.SIGUSR2])),
    ("sigtimedwait", lambda: signal.sigtimedwait([signal.SIGUSR2], 60)),
    ("pause", signal.pause),
]:
    done = threading.Event()
    sender = threading.Thread(target=send)
    sender.start()
    try:
        waits = True
        wait()
        print(name, "ended")
    except Enough:
        print(name)
    waits = False
    done.set()
    sender.join()
sleeper.set()
thread.join()
child.kill()
child.wait()
for end in (left, right, patient, _other, listener):
    end.close()
