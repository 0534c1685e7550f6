# by hand
# Whoever waits for a call of a pool that is terminated is told.
import multiprocessing as mp
import threading
import time

if __name__ == "__main__":
    pool = mp.Pool(1)
    results = [pool.apply_async(time.sleep, (60,)), pool.map_async(abs, [1, 2]), pool.apply_async(abs, (1,))]
    iterator = pool.imap(abs, iter([1]))
    threading.Timer(0.1, pool.terminate).start()
    for result in results:
        try:
            print(result.get())
        except mp.ProcessError as e:
            print(e)
    try:
        print(next(iterator))
    except mp.ProcessError as e:
        print(e)
    pool.join()
