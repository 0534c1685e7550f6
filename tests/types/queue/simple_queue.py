# SimpleQueue: without limit, without task_done().
import queue
import threading
import time

box = queue.SimpleQueue()


def show(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as exc:
        print(type(exc).__name__, exc)


show(box.get_nowait)
show(box.get, False)
show(box.get, timeout=0)
start = time.monotonic()
show(box.get, timeout=0.03)
print(time.monotonic() - start >= 0.025)
print(box.put(1), box.put(2, False), box.put(3, True, 5), box.put(item=4), box.put_nowait(5))
print(box.qsize(), box.empty(), [box.get() for _ in range(5)], box.empty())
print(hasattr(box, "join"), hasattr(box, "task_done"), repr(box).split(" object")[0])
threads = [threading.Thread(target=lambda: results.put(box.get())) for _ in range(4)]
results = queue.SimpleQueue()
for thread in threads:
    thread.start()
for n in range(4):
    box.put(n)
print(sorted(results.get() for _ in threads))
for thread in threads:
    thread.join()
try:
    box.attribute = 1
except AttributeError:
    print("AttributeError")


class Named(queue.SimpleQueue):
    def __init__(self, name):
        self.name = name


named = Named("n")
named.put(named.name)
print(named.get(), named.empty())
