# by hand
# A pool of threads that is terminated: calls that have begun go on, the others fail. An initializer that raises makes it of no use.
import threading
from multiprocessing.pool import ThreadPool

pool = ThreadPool(1)
begun, goes_on = threading.Event(), threading.Event()


def wait():
    begun.set()
    goes_on.wait()
    return "went on"


def leave():
    raise SystemExit("left")


first = pool.apply_async(wait)
others = [pool.apply_async(abs, (-1,)) for _ in range(2)]
begun.wait()
pool.terminate()
goes_on.set()
pool.join()
print(first.get())
for other in others:
    try:
        other.get()
    except Exception as e:
        print(type(e).__name__, e)

with ThreadPool(1) as pool:
    try:
        pool.apply(leave)
    except SystemExit as e:
        print("exit", e)
    print(pool.apply(abs, (-1,)))


def cannot():
    raise OSError("cannot begin")


threading.excepthook = lambda args: print("reported", args.exc_value)
pool = ThreadPool(1, cannot)
pool._pool[0].join()
try:
    pool.apply(abs, (-1,))
except OSError as e:
    print(e)
pool.close()
pool.join()
