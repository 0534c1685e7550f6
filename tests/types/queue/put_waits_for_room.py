# A put() that waits goes on when there is room, a get() when there is an item.
import threading
from queue import Queue

queue, log = Queue(1), []
queue.put("first")


def work():
    queue.put("second")
    log.append("put")


thread = threading.Thread(target=work)
thread.start()
thread.join(0.02)
print(list(log), queue.get())
thread.join()
print(log, queue.get(timeout=5))

got = Queue()
thread = threading.Thread(target=lambda: got.put(queue.get()))
thread.start()
thread.join(0.02)
print(got.empty(), thread.is_alive())
queue.put("third")
print(got.get())
thread.join()
