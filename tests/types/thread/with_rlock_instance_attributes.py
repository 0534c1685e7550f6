# Methods of an instance do not count for "with".
import _thread

class Lock(_thread.RLock):
    pass

lock = Lock()
lock.__enter__ = lambda: print("instance's enter")
lock.__exit__ = lambda *exc_info: print("instance's exit")
with lock as taken:
    print(taken, lock._recursion_count())
print(lock._recursion_count())
