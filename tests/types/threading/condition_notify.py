# notify() wakes those who wait longest, and only so many.
import threading

cond = threading.Condition()
order, arrived = [], threading.Semaphore(0)


def wait(n):
    with cond:
        arrived.release()
        cond.wait()
        order.append(n)
        woken.release()


woken = threading.Semaphore(0)
threads = [threading.Thread(target=wait, args=(n,)) for n in range(6)]
for thread in threads:
    thread.start()
    arrived.acquire()
    with cond:
        pass
print(repr(cond).rsplit(", ", 1)[1])
for n in (1, 2):
    with cond:
        cond.notify(n)
    for _ in range(n):
        woken.acquire()
    print(sorted(order), repr(cond).rsplit(", ", 1)[1])
with cond:
    cond.notify(0)
    cond.notify(-1)
    print(repr(cond).rsplit(", ", 1)[1])
    cond.notify_all()
for thread in threads:
    thread.join()
print(sorted(order), repr(cond).rsplit(", ", 1)[1])
with cond:
    print(cond.notify(), cond.notify_all())
