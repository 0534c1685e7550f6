# Calls may submit calls, and callbacks may too.
import threading
from concurrent.futures import ThreadPoolExecutor

done = threading.Event()
results = []


def count(n):
    results.append(n)
    if n:
        executor.submit(count, n - 1).add_done_callback(lambda f: None)
    else:
        done.set()


executor = ThreadPoolExecutor(2)
executor.submit(count, 20)
done.wait()
print(results)


def again(future):
    results.append(executor.submit(int, "7"))
    done.set()


results.clear()
done.clear()
executor.submit(int).add_done_callback(again)
done.wait()
print(results[0].result())
executor.shutdown()
