# The end of a pool: what was submitted is still done, or everything stops at once.
import multiprocessing as mp
import os
import time
import warnings


def slow(x):
    time.sleep(0.02)
    return x


if __name__ == "__main__":
    mp.set_start_method("spawn")
    pool = mp.Pool(2)
    result = pool.map_async(slow, range(4), chunksize=1)
    iterator = pool.imap(slow, range(3))
    pool.close()
    pool.close()
    try:
        pool.apply(slow, (1,))
    except ValueError as e:
        print(e)
    pool.join()
    print(result.get(), list(iterator), mp.active_children())
    pool.terminate()
    pool.join()

    pool = mp.Pool(1)
    processes = pool._pool
    pool.apply_async(time.sleep, (60,))
    pool.terminate()
    pool.join()
    print([p.exitcode for p in processes], mp.active_children())

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        pool = mp.Pool(1)
        del pool
    print([str(w.message).split(" pool_size")[0] for w in caught])
    # One is left to the end of the process.
    left = mp.Pool(1)
    left.apply_async(time.sleep, (60,))
    warnings.simplefilter("ignore")
