# A wait without a notification ends with False; the lock is held again then.
import threading
import time

for lock in (None, threading.Lock(), threading.RLock()):
    cond = threading.Condition(lock)
    with cond:
        print(cond.wait(0), cond.wait(-1), cond.wait(0.01), cond._is_owned())
        start = time.monotonic()
        cond.wait(0.03)
        print(time.monotonic() - start >= 0.025, repr(cond).rsplit(", ", 1)[1])
    # One that gave up does not swallow a notification.
    with cond:
        cond.notify()


def show(function, *args):
    try:
        print(function(*args))
    except Exception as exc:
        print(type(exc).__name__, exc)


for lock in (threading.Lock(), threading.RLock()):
    cond = threading.Condition(lock)
    show(cond.wait)
    show(cond.notify)
    show(cond.notify_all)
    show(cond.wait_for, lambda: False)
    show(cond.wait_for, lambda: "at once")
    show(cond.release)
show(threading.Condition, 5)
