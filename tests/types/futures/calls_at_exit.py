# Calls that were submitted are done before the program ends; none can be submitted after that.
import threading
from concurrent.futures import ThreadPoolExecutor

ended = threading.Event()
threading._register_atexit(ended.set)
used, unused = ThreadPoolExecutor(1), ThreadPoolExecutor(1)


def late():
    threading.main_thread().join()
    for executor in (used, unused):
        try:
            executor.submit(print)
        except RuntimeError as exc:
            print(exc)


def call(n):
    ended.wait()
    print("call", n)


for n in (1, 2, 3):
    used.submit(call, n)
threading.Thread(target=late).start()
print("main")
