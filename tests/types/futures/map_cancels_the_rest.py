# When the results of map() are no longer wanted, calls that have not begun are cancelled.
import threading
from concurrent.futures import ThreadPoolExecutor

gate, begun = threading.Event(), []


def work(n):
    begun.append(n)
    if n == 1:
        gate.wait()
    return n


executor = ThreadPoolExecutor(1)
results = executor.map(work, range(50))
print(next(results))
results.close()
gate.set()
executor.shutdown()
# The second had perhaps begun by then.
print(begun[0], len(begun) <= 2)
