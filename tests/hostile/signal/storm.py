# Signals at any moment: handlers run between the steps of whatever the program does, change what it works on, and raise.
import gc
import random
import signal
import threading
import time

calls = 0
inside = False
shared = {"list": [], "dict": {}}


class Stop(Exception):
    pass


def handler(number, frame):
    global calls, inside
    calls += 1
    shared["list"].append(calls)
    shared["dict"][calls % 50] = frame.f_lineno
    if len(shared["list"]) > 200:
        del shared["list"][:]
    if inside and calls % 7 == 0:
        inside = False
        raise Stop


class Key:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return self.value == other.value

    def __hash__(self):
        return self.value % 3

    def __lt__(self, other):
        return self.value < other.value


def generate(n):
    for i in range(n):
        try:
            yield i
        finally:
            pass


def deep(n):
    return n and deep(n - 1) + 1


def work():
    keys = [Key(random.randrange(1000)) for _ in range(60)]
    sorted(keys)
    {key: i for i, key in enumerate(keys)}
    sum(generate(100))
    deep(100)
    "".join(str(i) for i in range(50))
    shared["list"].sort()
    list(shared["dict"].items())
    gc.collect(0)
    exec("x = [i ** 2 for i in range(20)]")
    list(map(lambda x: x + 1, filter(None, range(50))))


stop = False


def beside():
    while not stop:
        sum(range(100))


signal.signal(signal.SIGALRM, handler)
signal.signal(signal.SIGVTALRM, handler)
threads = [threading.Thread(target=beside) for _ in range(2)]
for thread in threads:
    thread.start()
end = time.monotonic() + 3
signal.setitimer(signal.ITIMER_REAL, 0.002, 0.0007)
signal.setitimer(signal.ITIMER_VIRTUAL, 0.002, 0.0011)
while time.monotonic() < end:
    try:
        inside = True
        work()
        inside = False
    except Stop:
        pass
signal.setitimer(signal.ITIMER_REAL, 0)
signal.setitimer(signal.ITIMER_VIRTUAL, 0)
stop = True
for thread in threads:
    thread.join()
print(calls > 20)
