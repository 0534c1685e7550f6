# The lock of a block is the one that was entered, whatever becomes of its name.
import _thread

def rebind(lock):
    first = lock
    with lock:
        lock = _thread.allocate_lock()
        print(first.locked(), lock.locked())
        lock.acquire()
    print(first.locked(), lock.locked())

def delete(lock):
    first = lock
    with lock:
        del lock
    print(first.locked())

rebind(_thread.allocate_lock())
delete(_thread.allocate_lock())
