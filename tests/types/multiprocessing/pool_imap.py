# imap() takes from an iterator as results are used, gives results in order, and hands on what the iterator raises.
import itertools
import multiprocessing as mp
import time


def late(x):
    time.sleep(0.05 if x == 0 else 0)
    return x


def breaks():
    yield 1
    yield 2
    raise KeyError("from the iterator")


def endless(taken):
    for i in itertools.count():
        taken.append(i)
        yield i


if __name__ == "__main__":
    mp.set_start_method("spawn")
    with mp.Pool(2) as pool:
        print(list(pool.imap(late, range(5))))
        print(sorted(pool.imap_unordered(late, range(5))))
        for start in (pool.imap, pool.imap_unordered):
            got = []
            try:
                for each in start(late, breaks()):
                    got.append(each)
            except KeyError as e:
                print(got if start == pool.imap else "", e)
        iterator = pool.imap(late, iter(()))
        print(list(iterator), list(iterator))
        iterator = pool.imap(time.sleep, [0.5])
        try:
            iterator.next(0.01)
        except mp.TimeoutError as e:
            print("too late")
        print(iterator.next(timeout=10))
        taken = []
        iterator = pool.imap(late, endless(taken))
        print([next(iterator) for _ in range(5)], iter(iterator) is iterator)
    size = len(taken)
    time.sleep(0.05)
    print(len(taken) == size)
