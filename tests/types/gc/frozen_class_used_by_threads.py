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
    for key in range(2000):
        assert Node(key).double() == 2 * key


for _ in range(5):
    threads = [threading.Thread(target=use) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for _ in range(3):
        gc.collect()
Node.made.append(1)
print(Node.made, Node.__mro__ == (Node, object), sorted(name for name in vars(Node) if name[0] != '_'))
