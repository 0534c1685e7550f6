# shutdown(immediate=True) drops the items, which ends a join().
import threading
from queue import Queue, ShutDown

queue = Queue()
for n in range(3):
    queue.put(n)
thread = threading.Thread(target=queue.join)
thread.start()
thread.join(0.01)
print(thread.is_alive(), queue.unfinished_tasks)
queue.shutdown(immediate=True)
thread.join()
print(queue.qsize(), queue.unfinished_tasks)
try:
    queue.get()
except ShutDown as exc:
    print(type(exc).__name__)
queue = Queue()
queue.put(1)
queue.get()
queue.put(2)
queue.shutdown(True)
print(queue.unfinished_tasks)
queue.task_done()
queue.join()
