# What "as" gets from a lock.
import _thread

with _thread.allocate_lock() as taken:
    print(taken)
with _thread.RLock() as taken:
    print(taken)
lock = _thread.allocate_lock()
with lock as lock:
    print(lock)
