# A subclass says how the items are kept.
from queue import Full, Queue


class Unique(Queue):
    def _init(self, maxsize):
        print("init", maxsize)
        self.items = {}

    def _qsize(self):
        return len(self.items)

    def _put(self, item):
        self.items[item] = None

    def _get(self):
        item = next(iter(self.items))
        del self.items[item]
        return item


queue = Unique(3)
for item in "abab":
    queue.put(item)
print(queue.qsize(), queue.unfinished_tasks, queue.full())
queue.put("c")
try:
    queue.put("d", False)
except Full:
    print("full")
print([queue.get() for _ in range(3)], queue.empty())
