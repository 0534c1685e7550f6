# by hand
# A pool whose initializer raises is of no use and says why, instead of trying for ever.
import multiprocessing as mp
import os
import time


def prepare():
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    raise OSError("cannot prepare")


def leave():
    os._exit(9)


if __name__ == "__main__":
    for initializer in (prepare, leave):
        pool = mp.Pool(2, initializer)
        try:
            pool.map(abs, range(10))
        except (OSError, mp.ProcessError) as e:
            print(type(e).__name__, e, type(e.__cause__).__name__)
        try:
            while True:
                pool.apply_async(abs, (1,))
                time.sleep(0.01)
        except (OSError, mp.ProcessError) as e:
            print(type(e).__name__, e)
        pool.close()
        pool.join()
    print(mp.active_children())
