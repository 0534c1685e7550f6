# Daemon threads in the middle of anything do not keep a program from ending, nor disturb its end.
import queue
import threading
import time

lock, box, event = threading.Lock(), queue.Queue(), threading.Event()
lock.acquire()


def spin():
    n = 0
    while True:
        n += 1
        data.append(n)
        del data[:-3]


data = []
started = threading.Semaphore(0)


def begin(function, *args):
    started.release()
    function(*args)


calls = [(spin,), (spin,), (time.sleep, 100), (lock.acquire,), (box.get,), (event.wait,)]
for call in calls:
    threading.Thread(target=begin, args=call, daemon=True).start()
for _ in calls:
    started.acquire()
print("end")
