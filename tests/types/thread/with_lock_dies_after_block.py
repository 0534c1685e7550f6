# The block holds the lock, and gives it up when it is left.
import _thread
import weakref

for make in (_thread.allocate_lock, _thread.RLock):
    lock = make()
    seen = weakref.ref(lock, lambda _: print("dead"))
    with lock:
        del lock
        print("in the block", seen() is not None)
    print("after it", seen())
with make() as taken:
    print(taken)
