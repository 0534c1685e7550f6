# Methods set on a subclass of RLock count from the next block on; the present one calls the exit that it found.
import _thread

class Lock(_thread.RLock):
    pass

def enter(self):
    print("new enter")
    return "entered"

def leave(self, *exc_info):
    print("new exit")

lock = Lock()
with lock:
    Lock.__exit__ = leave
    print("first block")
print(lock._recursion_count())
with lock as taken:
    print("second block", taken, lock._recursion_count())
print(lock._recursion_count())
Lock.__enter__ = enter
with lock as taken:
    print("third block", taken, lock._recursion_count())
    del Lock.__exit__, Lock.__enter__
    print("deleted")
with lock as taken:
    print("fourth block", taken, lock._recursion_count())
print(lock._recursion_count())
Lock.__enter__ = _thread.RLock.acquire
Lock.__exit__ = lambda *exc_info: print(len(exc_info))
with lock as taken:
    print("fifth block", taken, lock._recursion_count())
print(lock._recursion_count())
