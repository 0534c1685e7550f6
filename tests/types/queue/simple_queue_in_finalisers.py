# A finaliser may put into the queue that is being used.
from queue import SimpleQueue

box = SimpleQueue()


class Item:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        box.put(self.n)


for n in range(5):
    box.put(Item(n))
for _ in range(5):
    box.get()
print([box.get() for _ in range(5)], box.empty())
