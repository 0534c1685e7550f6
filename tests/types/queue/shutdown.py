# After shutdown() nothing is put any more; what is there can be got.
from queue import Empty, LifoQueue, PriorityQueue, Queue, ShutDown


def show(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as exc:
        print(type(exc).__name__, exc)


for kind in (Queue, LifoQueue, PriorityQueue):
    queue = kind()
    queue.put(1)
    queue.put(2)
    print(queue.is_shutdown, queue.shutdown(), queue.is_shutdown)
    show(queue.put, 3)
    show(queue.put_nowait, 3)
    show(queue.put, 3, timeout=-1)
    show(queue.get)
    show(queue.get_nowait)
    show(queue.get)
    show(queue.get, False)
    show(queue.get, timeout=-1)
    print(queue.qsize(), queue.unfinished_tasks)
    queue.task_done()
    queue.task_done()
    queue.join()
    queue.shutdown()
print(ShutDown.__mro__[1], issubclass(ShutDown, Empty))
