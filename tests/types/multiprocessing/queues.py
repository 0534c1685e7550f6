# Queues: order, limits, time, what is refused, and the end.
import multiprocessing as mp
import queue
import time


def refused(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__module__, type(e).__name__, str(e).split(" at 0x")[0])


def works(tasks, results):
    while (task := tasks.get()) is not None:
        results.put((task, task * 2))
    results.put(None)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    q = mp.Queue()
    print(q.empty(), q.full(), q.qsize())
    for i in range(3):
        q.put(i)
    print(q.qsize(), [q.get() for _ in range(3)], q.empty())
    refused(lambda: q.get(False))
    refused(q.get_nowait)
    refused(lambda: q.get(timeout=0.01))
    refused(lambda: q.get(True, 0))
    q.put("in time")
    print(q.get(timeout=10))
    q.close()
    q.join_thread()
    for call in (lambda: q.put(1), q.get, q.empty):
        refused(call)

    small = mp.Queue(2)
    small.put(1)
    small.put_nowait(2)
    print(small.full(), small.qsize())
    refused(lambda: small.put(3, False))
    refused(lambda: small.put(3, timeout=0.01))
    refused(lambda: small.put_nowait(3))
    print(small.get(), small.full())
    small.put(3, timeout=1)
    print(small.get(), small.get())

    simple = mp.SimpleQueue()
    print(simple.empty())
    simple.put([1, 2])
    simple.put(None)
    print(simple.empty(), simple.get(), simple.get())
    simple.close()

    tasks, results = mp.Queue(), mp.Queue(3)
    p = mp.Process(target=works, args=(tasks, results))
    p.start()
    for i in range(20):
        tasks.put(i)
    tasks.put(None)
    print([results.get() for _ in range(21)])
    p.join()
    print(p.exitcode)
    unused = mp.Queue()
    unused.close()
    unused.join_thread()
    dropped = mp.Queue()
    dropped.put(bytes(1_000_000))
    # Nobody gets it, and nobody waits for that.
    dropped.cancel_join_thread()
