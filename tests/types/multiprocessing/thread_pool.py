# A pool of threads has the methods of a pool of processes, and passes objects as they are.
import threading
from multiprocessing.pool import Pool, ThreadPool


def square(x):
    return x * x


def refuse(x):
    raise ValueError(x)


with ThreadPool(3) as pool:
    print(pool, isinstance(pool, Pool))
    print(pool.map(square, range(10)), pool.apply(square, (3,)), pool.starmap(pow, [(2, 3), (3, 2)]))
    print([*pool.imap(square, range(20), 3)], sorted(pool.imap_unordered(square, range(5))))
    for call in (lambda: pool.apply(refuse, (1,)), lambda: pool.map(refuse, [2]), lambda: pool.apply(lambda: 1 / 0)):
        try:
            call()
        except (ValueError, ZeroDivisionError) as e:
            print(type(e).__name__, e, e.__cause__)
    results, errors = [], []
    result = pool.apply_async(square, (4,), callback=results.append)
    print(result.get(), result.successful(), result.ready(), results)
    result = pool.apply_async(refuse, (4,), error_callback=errors.append)
    result.wait()
    print(result.successful(), errors)
    thing = object()
    print(pool.apply(lambda: thing) is thing)
    print([thread.name for thread in pool._pool], all(thread.daemon for thread in pool._pool))
print(pool)
for call in (lambda: pool.apply(square, (1,)), lambda: pool.map(square, [1]), pool.__enter__):
    try:
        call()
    except ValueError as e:
        print(e)

begun = []
pool = ThreadPool(2, begun.append, ("begun",))
try:
    pool.join()
except ValueError as e:
    print(e)
result = pool.map_async(square, range(4))
pool.close()
pool.join()
print(result.get(), begun, pool)
print([thread.is_alive() for thread in pool._pool])
for arguments in ((0,), (1, 2)):
    try:
        ThreadPool(*arguments)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(threading.active_count())
