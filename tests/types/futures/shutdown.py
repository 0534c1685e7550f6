# After shutdown() no call is taken; those submitted are done, or cancelled if so asked.
import threading
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(2) as executor:
    futures = [executor.submit(lambda n: n * n, n) for n in range(20)]
print([f.result() for f in futures] == [n * n for n in range(20)])
try:
    executor.submit(print)
except RuntimeError as exc:
    print(exc)
print(executor.shutdown(), executor.shutdown(wait=False))
try:
    executor.map(print, [1])
except RuntimeError as exc:
    print(exc)
executor = ThreadPoolExecutor(1)
gate, inside = threading.Event(), threading.Event()
futures = [executor.submit(lambda: inside.set() or gate.wait())] + [executor.submit(int) for _ in range(3)]
inside.wait()
executor.shutdown(wait=False, cancel_futures=True)
print(futures[0].running(), [f.cancelled() for f in futures])
gate.set()
executor.shutdown()
print([f.done() for f in futures], threading.active_count())
try:
    with ThreadPoolExecutor(1) as executor:
        future = executor.submit(int)
        raise KeyError("body")
except KeyError:
    print(future.result())
ThreadPoolExecutor(1).shutdown()
