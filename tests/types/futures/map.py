# map() keeps the order, stops at the shortest iterable, and submits at once.
import threading
from concurrent.futures import ThreadPoolExecutor, TimeoutError

with ThreadPoolExecutor(3) as executor:
    print(list(executor.map(pow, range(5), range(10))), list(executor.map(str, [])))
    print(list(executor.map(str, range(4), chunksize=2)))
    started = threading.Event()
    results = executor.map(lambda n: started.set() or n, [1])
    print(started.wait(20), next(results))
    results = executor.map(lambda n: 10 // n, [5, 0, 2])
    print(next(results))
    try:
        next(results)
    except ZeroDivisionError as exc:
        print(exc)
    print(list(results))
    gate = threading.Event()
    results = executor.map(lambda e: e.wait(), [gate], timeout=0.01)
    try:
        next(results)
    except TimeoutError as exc:
        print(type(exc).__name__)
    gate.set()
    try:
        executor.map(str, 5)
    except TypeError as exc:
        print(exc)
