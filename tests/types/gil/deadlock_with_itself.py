# by hand
# A single thread that waits for something that only it could give.
import gil
import queue
import threading

lock = threading.Lock()
lock.acquire()
event = threading.Event()
items = queue.Queue()
for wait in [lock.acquire, event.wait, items.get, queue.SimpleQueue().get, threading.Semaphore(0).acquire]:
    try:
        wait()
    except gil.DeadlockError as error:
        print(error)
print(lock.acquire(timeout=0.01), event.wait(0.01))
