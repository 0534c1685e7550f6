# A class that was frozen, and that threads use at the same time, survives full collections with all that it refers to.
import gc
import threading


class Node:
    made = []

    def __init__(self, key):
        self.key = key

    def double(self):
        return 2 * self.key


gc.freeze()
start = threading.Barrier(3)


def use():
    start.wait()
    for key in range(20000):
        assert Node(key).double() == 2 * key


for _ in range(5):
    threads = [threading.Thread(target=use) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for _ in range(3):
        gc.collect()
others = []
for key in range(100):
    Node.made.append(key)
    others.append([object(), [key], lambda: key])
    assert Node(key).double() == 2 * key
print(Node.made == list(range(100)), Node.__mro__ == (Node, object), sorted(name for name in vars(Node) if name[0] != '_'))
