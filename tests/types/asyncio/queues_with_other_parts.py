# Queues call the methods that a subclass or an instance has in place of theirs, and keep what it wants to have kept.
import asyncio

calls = []


class Noting(asyncio.Queue):
    def _put(self, item):
        calls.append("_put")
        super()._put(item)

    def _get(self):
        calls.append("_get")
        return super()._get()

    def full(self):
        calls.append("full")
        return super().full()

    def qsize(self):
        calls.append("qsize")
        return super().qsize()

    def put_nowait(self, item):
        calls.append("put_nowait")
        return super().put_nowait(item)

    def get_nowait(self):
        calls.append("get_nowait")
        return super().get_nowait()

    def _wakeup_next(self, waiters):
        calls.append("_wakeup_next")
        super()._wakeup_next(waiters)


class Once(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = set()

    def _put(self, item):
        self._queue.add(item)

    def _get(self):
        return self._queue.pop()


async def produce(queue, n):
    for i in range(n):
        await queue.put(i)


async def exchange(queue, n):
    producer = asyncio.create_task(produce(queue, n))
    got = [await queue.get() for _ in range(n)]
    await producer
    print(type(queue).__name__, sorted(got), queue.qsize(), queue.empty(), queue.full(), queue.maxsize)
    print(queue._unfinished_tasks, queue._finished.is_set(), len(queue._getters), len(queue._putters))
    for _ in range(n):
        queue.task_done()
    await queue.join()
    print(queue._finished.is_set())


def tell(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(repr(error))


async def main():
    for kind in Noting, Once, asyncio.Queue, asyncio.PriorityQueue, asyncio.LifoQueue:
        await exchange(kind(2), 5)
    print(*calls)

    # A method of one queue alone.
    queue = asyncio.Queue()
    queue.put_nowait("first")
    queue.full = lambda: True
    tell(queue.put_nowait, "refused")
    del queue.full
    queue.put_nowait("second")
    print(queue.get_nowait(), queue.get_nowait())

    # Attributes that scripts look at, and set.
    queue.put_nowait(1)
    print(queue._queue, queue._maxsize, queue._is_shutdown, queue)
    queue._queue.append(2)
    queue._maxsize = 2
    tell(queue.put_nowait, 3)
    tell(queue.get_nowait)
    queue.shutdown()
    tell(queue.put_nowait, 3)
    tell(queue.get_nowait)
    tell(queue.get_nowait)

    # A maximum that is no int.
    queue = asyncio.Queue(1.5)
    queue.put_nowait(1)
    print(queue.full())
    queue.put_nowait(2)
    print(queue.full())

    class Bare(asyncio.Queue):
        def __init__(self):
            pass

    try:
        Bare().qsize()
    except AttributeError as error:
        print(error)


asyncio.run(main())
