# Daemon threads in the middle of everything when the program ends: it ends, and says nothing.
import gc
import queue
import threading
import time
from harness import done, rounds

shared = [0] * 16
table = {}
waiting = queue.Queue()
lock = threading.Lock()


class Thing:
    def __init__(self, number):
        self.number = number
        self.cycle = self

    def __del__(self):
        table[self.number % 10] = None


def generate():
    number = 0
    while True:
        number += 1
        yield number


def busy():
    source = generate()
    while True:
        number = next(source)
        shared[number % 16] = Thing(number)
        table[number % 10] = [number]
        try:
            value = table[(number + 1) % 10]
        except KeyError:
            pass


def collecting():
    while True:
        gc.collect()
        [Thing(number) for number in range(50)]


def locking():
    while True:
        with lock:
            shared[0] = (shared[1],)
        waiting.put(None)
        waiting.get()


def blocked():
    threading.Event().wait()


def sleeping():
    while True:
        time.sleep(0.001)


def starting():
    while True:
        thread = threading.Thread(target=lambda: sum(range(100)), daemon=True)
        try:
            thread.start()
        except RuntimeError:
            # Nothing is started any more.
            return
        thread.join()


def raising():
    while True:
        try:
            raise KeyError([1] * 10)
        except KeyError as error:
            shared[2] = error


for job in (busy, busy, collecting, locking, blocked, sleeping, starting, raising):
    threading.Thread(target=job, daemon=True).start()
for random in rounds():
    time.sleep(0.02)
done()
