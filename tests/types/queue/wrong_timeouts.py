# Negative timeouts are errors where a wait is possible.
from queue import Queue, SimpleQueue


def show(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as exc:
        print(type(exc).__name__, exc)


queue = Queue(1)
show(queue.get, timeout=-1)
show(queue.put, 1, timeout=-1)
show(queue.put, 1, False, -1)
show(queue.put, 2, timeout=-0.5)
show(queue.get, timeout=-1)
show(queue.get, False, -1)
show(Queue().put, 1, timeout=-1)
show(queue.get, timeout="soon")
queue = SimpleQueue()
show(queue.get, timeout=-1)
show(queue.put, 1, timeout=-1)
show(queue.get, timeout=-1)
show(queue.get, False, -1)
show(SimpleQueue, 1)
