# Several producers and consumers of a short queue: every item comes through once, those of one producer in order.
import threading
from queue import Queue

queue, results, guard = Queue(3), [], threading.Lock()


def produce(name):
    for n in range(40):
        queue.put((name, n))


def consume():
    mine = []
    while (item := queue.get()) is not None:
        mine.append(item)
    with guard:
        results.append(mine)


producers = [threading.Thread(target=produce, args=(name,)) for name in "abc"]
consumers = [threading.Thread(target=consume) for _ in range(3)]
for thread in producers + consumers:
    thread.start()
for thread in producers:
    thread.join()
for _ in consumers:
    queue.put(None)
for thread in consumers:
    thread.join()
items = [item for mine in results for item in mine]
print(len(items), sorted(items) == [(name, n) for name in "abc" for n in range(40)])
for mine in results:
    for name in "abc":
        numbers = [n for owner, n in mine if owner == name]
        print(numbers == sorted(numbers), end=" ")
print(queue.qsize())
