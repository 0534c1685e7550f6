# shutdown() ends the waits of all who put and get.
import threading
from queue import Queue, ShutDown

empty, full, outcomes = Queue(), Queue(1), []
full.put("item")


def work(function, *args):
    started.release()
    try:
        outcomes.append(function(*args))
    except ShutDown:
        outcomes.append("ShutDown")


started = threading.Semaphore(0)
calls = [(empty.get,), (empty.get, True, 20), (full.put, 1), (full.put, 1, True, 20)]
threads = [threading.Thread(target=work, args=call) for call in calls]
for thread in threads:
    thread.start()
for thread in threads:
    started.acquire()
threads[0].join(0.02)
print(outcomes)
empty.shutdown()
full.shutdown()
for thread in threads:
    thread.join()
print(outcomes, full.get())
