# Full and Empty are raised without a wait, or after one.
import time
from queue import Empty, Full, LifoQueue, PriorityQueue, Queue


def show(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as exc:
        print(type(exc).__name__, exc)


for kind in (Queue, LifoQueue, PriorityQueue):
    queue = kind(2)
    print(queue.maxsize, queue.full(), queue.empty())
    show(queue.get_nowait)
    show(queue.get, False)
    show(queue.get, timeout=0.01)
    show(queue.get, timeout=0)
    show(queue.get, block=False, timeout=-1)
    queue.put(1)
    queue.put_nowait(2)
    print(queue.full(), queue.empty(), queue.qsize())
    show(queue.put_nowait, 3)
    show(queue.put, 3, False)
    show(queue.put, 3, timeout=0.01)
    show(queue.put, 3, True, 0)
    print(queue.get(timeout=1), queue.full())
start = time.monotonic()
show(Queue().get, timeout=0.03)
print(time.monotonic() - start >= 0.025)
print(Empty.__mro__[1], Full.__mro__[1], Empty, Full)
queue = Queue(-1)
for n in range(50):
    queue.put(n)
print(queue.full(), queue.qsize())
