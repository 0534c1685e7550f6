# Threads: starting them, what they are given, how they end, and joining them.
import _thread
import sys
import time

done = _thread.allocate_lock()
results = []


def work(*args, **kwargs):
    results.append((args, kwargs, _thread.get_ident() != main))
    done.release()


main = _thread.get_ident()
print(main == _thread._get_main_thread_ident(), _thread.get_native_id() > 0)
done.acquire()
ident = _thread.start_new_thread(work, (1, 2), {'k': 3})
done.acquire()
print(results, ident != main, type(ident))
for args in ((1, ()), (work, []), (work, (), []), (work,)):
    try:
        _thread.start_new_thread(*args)
    except TypeError as e:
        print(e)


def quiet():
    try:
        _thread.exit()
    finally:
        done.release()


_thread.start_new_thread(quiet, ())
done.acquire()

handle = _thread.start_joinable_thread(lambda: time.sleep(0.01), daemon=False)
print(handle.is_done(), handle.ident != main, handle.join(), handle.is_done(), handle.join())
slow = _thread.start_joinable_thread(lambda: time.sleep(0.2))
print(slow.join(0.01), slow.is_done(), slow.join(), slow.is_done())
try:
    _thread._make_thread_handle(_thread.get_ident()).join()
except RuntimeError as e:
    print(e)

# Each thread has its own exception state and recursion depth.
def failing(log):
    try:
        raise KeyError('in thread')
    except KeyError as e:
        log.append(sys.exception() is e)
        def deep(n): return deep(n + 1)
        try:
            deep(0)
        except RecursionError:
            log.append('RecursionError')


log = []
try:
    raise ValueError
except ValueError as e:
    handle = _thread.start_joinable_thread(lambda: failing(log))
    handle.join()
    print(log, sys.exception() is e)

# Many at once.
count = 0
guard = _thread.allocate_lock()
def bump():
    global count
    for _ in range(100):
        with guard:
            count += 1
handles = [_thread.start_joinable_thread(bump) for _ in range(20)]
for h in handles:
    h.join()
print(count, _thread._count())
print(_thread.stack_size(), _thread.stack_size(1 << 20), _thread.stack_size(0))
for bad in (-1, 100):
    try:
        _thread.stack_size(bad)
    except ValueError as e:
        print(e)
