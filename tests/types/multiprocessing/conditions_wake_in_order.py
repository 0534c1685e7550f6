# by hand
# Those who have waited longest are woken first.
import multiprocessing as mp
import threading

condition = mp.Condition()
order, arrived = [], threading.Semaphore(0)


def one(i):
    with condition:
        arrived.release()
        order.append((i, condition.wait()))


threads = []
for i in range(4):
    threads.append(threading.Thread(target=one, args=(i,)))
    threads[-1].start()
    # The lock is given up when the thread waits.
    arrived.acquire()
    with condition:
        pass
with condition:
    condition.notify()
threads[0].join()
print(order)
with condition:
    condition.notify(2)
threads[1].join()
threads[2].join()
print(sorted(order))
with condition:
    condition.notify_all()
threads[3].join()
print(len(order))
