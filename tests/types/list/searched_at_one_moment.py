# Searching a list or deque by identity is one step, whatever other threads put in and take out meanwhile.
import sys
import threading
from collections import deque

sys.setswitchinterval(1e-6)
failures = []


def work(shared):
    try:
        for _ in range(300):
            mine = [object() for _ in range(5)]
            shared.extend(mine)
            for item in mine:
                assert item in shared, "not there"
                assert shared.count(item) == 1, "not there once"
                shared.remove(item)
    except Exception as error:
        failures.append(error)


for shared in ([object() for _ in range(20)], deque(object() for _ in range(20))):
    threads = [threading.Thread(target=work, args=(shared,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(type(shared).__name__, len(shared), failures)
