# Semaphore: permits, waits, errors.
import threading
from threading import Semaphore


def shown(semaphore):
    return repr(semaphore).split(" at ")[0] + repr(semaphore).split(":")[1]


semaphore = Semaphore(2)
print(shown(semaphore), shown(Semaphore()))
print(semaphore.acquire(), semaphore.acquire(False), semaphore.acquire(False), shown(semaphore))
print(semaphore.acquire(timeout=0.01), semaphore.acquire(timeout=0), semaphore.acquire(timeout=-1))
semaphore.release()
semaphore.release(3)
print(shown(semaphore))
with semaphore as entered:
    print(entered, shown(semaphore))
print(shown(semaphore))


def show(function, *args):
    try:
        print(function(*args))
    except Exception as exc:
        print(type(exc).__name__, exc)


show(Semaphore, -1)
show(Semaphore, "a")
show(semaphore.acquire, False, 1)
show(semaphore.release, 0)
show(semaphore.release, -1)
