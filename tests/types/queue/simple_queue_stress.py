# Nothing is lost or doubled between many threads, also when waits end early.
import threading
from queue import Empty, SimpleQueue

box, guard, results = SimpleQueue(), threading.Lock(), []
late = 0


def produce(start):
    for n in range(start, start + 100):
        box.put(n)


def consume():
    global late
    mine, empty = [], 0
    while True:
        try:
            item = box.get(timeout=0.0005)
        except Empty:
            empty += 1
            continue
        if item is None:
            break
        mine.append(item)
    with guard:
        results.extend(mine)
        late += empty


producers = [threading.Thread(target=produce, args=(n * 100,)) for n in range(3)]
consumers = [threading.Thread(target=consume) for _ in range(4)]
for thread in consumers + producers:
    thread.start()
for thread in producers:
    thread.join()
for _ in consumers:
    box.put(None)
for thread in consumers:
    thread.join()
print(sorted(results) == list(range(300)), box.qsize())
