# The child of a program with threads has one thread, and the lock to itself.
import os
import threading
import warnings

warnings.simplefilter('ignore')

stop = threading.Event()


def spin():
    while not stop.is_set():
        sum(range(100))


threads = [threading.Thread(target=spin) for _ in range(3)]
for thread in threads:
    thread.start()
for i in range(5):
    pid = os.fork()
    if pid == 0:
        total = 0
        for n in range(20000):
            total += n
        lock = threading.Lock()
        with lock:
            os._exit(total % 251)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == sum(range(20000)) % 251)
stop.set()
for thread in threads:
    thread.join()
