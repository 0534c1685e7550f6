# join() waits until each item has been answered by task_done().
import threading
from queue import Queue

queue, done = Queue(), []


def work():
    while True:
        item = queue.get()
        done.append(item * item)
        queue.task_done()
        if item == 0:
            return


for item in (3, 2, 1, 0):
    queue.put(item)
print(queue.unfinished_tasks)
thread = threading.Thread(target=work)
thread.start()
queue.join()
print(done, queue.unfinished_tasks)
thread.join()
queue.join()
try:
    queue.task_done()
except ValueError as exc:
    print(exc)
queue.put(1)
queue.get()
waiting = threading.Thread(target=queue.join)
waiting.start()
waiting.join(0.01)
print(waiting.is_alive())
queue.task_done()
waiting.join()
print(waiting.is_alive())
