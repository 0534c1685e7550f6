# Locks: acquire and release, timeouts, context managers, errors.
import _thread
import time

lock = _thread.allocate_lock()
print(type(lock), lock.locked(), repr(lock)[:29], isinstance(lock, _thread.LockType))
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(blocking=False), repr(lock)[:27])
start = time.monotonic()
print(lock.acquire(timeout=0.05), lock.acquire(True, 0), 0.04 < time.monotonic() - start < 5)
lock.release()
with lock as got:
    print(got, lock.locked())
print(lock.locked(), lock.acquire(timeout=10), lock.release())
for args in ((False, 1), (True, -2), (True, 1e300), (True, 1e10), (True, 'x'), (1, 2, 3)):
    try:
        lock.acquire(*args)
    except Exception as e:
        print(type(e).__name__, e)
try:
    lock.release()
except RuntimeError as e:
    print(e)
try:
    _thread.allocate_lock(1)
except TypeError as e:
    print('TypeError')
try:
    with lock:
        1 / 0
except ZeroDivisionError:
    print(lock.locked())

r = _thread.RLock()
print(type(r), r.acquire(), r.acquire(), r._is_owned(), r._recursion_count())
r.release()
print(r._is_owned(), r._recursion_count(), repr(r).split(' at ')[0].replace(str(_thread.get_ident()), 'ME'))
state = r._release_save()
print(state[0], state[1] == _thread.get_ident(), r._is_owned(), repr(r).split(' at ')[0])
r._acquire_restore((3, _thread.get_ident()))
print(r._recursion_count())
for _ in range(3):
    r.release()
try:
    r.release()
except RuntimeError as e:
    print(e)
with r as a, r as b:
    print(a, b, r._recursion_count())


class Mine(_thread.RLock):
    pass


print(Mine().acquire(), _thread.TIMEOUT_MAX, _thread.error is RuntimeError)
try:
    class No(_thread.LockType): pass
except TypeError as e:
    print(e)
