# RLock: its owner may take it again; others may not release it.
import threading

lock = threading.RLock()
print(lock.acquire(), lock.acquire(), lock.acquire(False), lock.acquire(timeout=0))
print(repr(lock).split(" object")[0], "count=4" in repr(lock))
taken = []


def other():
    taken.append(lock.acquire(False))
    taken.append(lock.acquire(timeout=0.01))
    try:
        lock.release()
    except RuntimeError as exc:
        taken.append(str(exc))


def run(function):
    thread = threading.Thread(target=function)
    thread.start()
    thread.join()


run(other)
print(taken)
for _ in range(4):
    lock.release()
print(repr(lock).split(" object")[0])
run(lambda: print(lock.acquire(False), lock.release()))
try:
    lock.release()
except RuntimeError as exc:
    print(exc)
with lock, lock as entered:
    print(entered)
print(type(threading.RLock).__name__)
