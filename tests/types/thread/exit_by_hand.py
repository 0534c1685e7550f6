# __enter__ and __exit__ of locks called by name.
import _thread

def attempt(call):
    try:
        print(call())
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)

for lock in (_thread.allocate_lock(), _thread.RLock()):
    attempt(lock.__exit__)
    attempt(lock.__enter__)
    attempt(lambda: lock.__exit__(None, None, None))
    attempt(lock.__enter__)
    attempt(lambda: lock.__exit__(1, 2, 3, 4, 5))
    attempt(lambda: lock.__exit__(None, None, None))
    attempt(lambda: lock.__exit__(exc_info=1))
    attempt(lambda: type(lock).__exit__())
    attempt(lambda: type(lock).__enter__(lock))
    attempt(lambda: type(lock).__exit__(lock, None))
    attempt(lambda: type(lock).__enter__(3))
