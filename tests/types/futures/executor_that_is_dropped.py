# The workers of an executor that nobody holds any more finish the calls and go.
import threading
from concurrent.futures import ThreadPoolExecutor

gate = threading.Event()
executor = ThreadPoolExecutor(2)
futures = [executor.submit(gate.wait) for _ in range(5)]
threads = list(executor._threads)
print(len(threads))
del executor
gate.set()
print([f.result() for f in futures])
for thread in threads:
    thread.join()
print(threading.active_count())
executor = ThreadPoolExecutor(2)
executor.submit(int).result()
[thread] = executor._threads
executor = None
thread.join()
print(thread.is_alive())
