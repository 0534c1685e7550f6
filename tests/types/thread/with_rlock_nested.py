# Blocks of one RLock within one another.
import _thread

lock = _thread.RLock()

def depth(n):
    with lock:
        print(n, lock._recursion_count())
        if n:
            depth(n - 1)

depth(3)
print(lock._recursion_count(), lock._is_owned())
