# by hand
# While one thread sleeps or has a deadline, the others may wait.
import queue
import threading
import time

items = queue.Queue()


def late(delay):
    time.sleep(delay)
    items.put(delay)


threads = [threading.Thread(target=late, args=(delay,)) for delay in (0.01, 0.02, 0.03)]
for thread in threads:
    thread.start()
print(sorted(items.get() for _ in threads))
event = threading.Event()
timer = threading.Timer(0.02, event.set)
timer.start()
print(event.wait())
timer.join()
