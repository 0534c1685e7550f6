# All ways to have a pool make calls.
import multiprocessing as mp
import time


def square(x):
    return x * x


def total(*args, **kwargs):
    return sum(args) + sum(kwargs.values())


def fails(x):
    raise ValueError("bad", x)


def refused(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    with mp.Pool(2) as pool:
        print(repr(pool))
        print(pool.map(square, range(10)), pool.map(square, range(10), chunksize=3), pool.map(square, []))
        print(pool.map(square, (x for x in (3, 4))))
        print(pool.starmap(total, [(1, 2), (3,), ()]), pool.starmap(pow, ((2, i) for i in range(5)), 2))
        print(pool.apply(total, (1, 2), {"x": 3}), pool.apply(total))
        print(list(pool.imap(square, range(6))), list(pool.imap(square, range(7), chunksize=3)))
        print(sorted(pool.imap_unordered(square, range(6))), sorted(pool.imap_unordered(square, range(7), 2)))
        called = []
        results = [
            pool.apply_async(square, (7,), callback=called.append),
            pool.map_async(square, [1, 2, 3], callback=called.append),
            pool.starmap_async(total, [(1, 1)], callback=called.append, error_callback=called.append),
            pool.apply_async(fails, (1,), callback=called.append, error_callback=called.append),
            pool.map_async(fails, [2], error_callback=called.append),
            pool.apply_async(square, (7,)),
        ]
        for result in results:
            result.wait()
            print(result.ready(), result.successful())
            refused(result.get)
        print(sorted(map(repr, called)))
        slow = pool.apply_async(time.sleep, (0.5,))
        refused(lambda: slow.get(0.01))
        refused(lambda: slow.get(timeout=0))
        print(slow.ready(), slow.wait(0.01))
        try:
            slow.successful()
        except ValueError as e:
            print(str(e).split(" at ")[0], str(e).split()[-2:])
        print(slow.get(timeout=10))
        refused(lambda: pool.imap(square, [], 0))
        refused(lambda: pool.map(square, 5))
        refused(pool.join)
    print(repr(pool))
    refused(lambda: pool.apply(square, (1,)))
    refused(lambda: pool.map(square, [1]))
    refused(pool.__enter__)
    for arguments in ({"processes": 0}, {"processes": 1, "initializer": 5}, {"processes": 1, "maxtasksperchild": 0}):
        refused(lambda: mp.Pool(**arguments))
