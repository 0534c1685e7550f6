# Lock: one holder, any releaser, waits with and without a limit.
import threading

lock = threading.Lock()
print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01))
print(lock.acquire(blocking=False), lock.acquire(True, 0))
print(repr(lock).split(" object")[0])
thread = threading.Thread(target=lock.release)
thread.start()
thread.join()
print(lock.locked(), repr(lock).split(" object")[0])
with lock as entered:
    print(entered, lock.locked())
print(lock.locked())


def show(function, *args):
    try:
        print(function(*args))
    except Exception as exc:
        print(type(exc).__name__, exc)


show(lock.release)
show(lock.acquire, False, 1)
show(lock.acquire, True, -5)
show(lock.acquire, True, 1e300)
show(lock.acquire, True, threading.TIMEOUT_MAX * 2)
print(type(lock) is threading.Lock, threading.TIMEOUT_MAX > 1e6)
try:
    with lock:
        raise KeyError("k")
except KeyError:
    print(lock.locked())
