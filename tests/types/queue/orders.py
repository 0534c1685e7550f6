# The three queues and their orders.
from queue import LifoQueue, PriorityQueue, Queue, SimpleQueue

for kind in (Queue, LifoQueue, PriorityQueue, SimpleQueue):
    queue = kind()
    for item in (3, 1, 2, 5, 4):
        queue.put(item)
    print(kind.__name__, queue.qsize(), [queue.get() for _ in range(5)], queue.empty(), queue.qsize())
queue = PriorityQueue()
for item in ((2, "b"), (1, "z"), (1, "a"), (0, [])):
    queue.put(item)
print([queue.get() for _ in range(4)])
queue.put((1, {}))
try:
    queue.put((1, {}))
except TypeError as exc:
    print(exc)
