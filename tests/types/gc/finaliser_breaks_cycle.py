# A finaliser that breaks the cycle: what dies by that dies at once, its own finaliser runs then, and it is not counted.
import gc
gc.disable()


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('begin', self.name)
        self.peer = None
        print('end', self.name)


a, b, c = Node('a'), Node('b'), Node('c')
a.peer, b.peer, c.peer = b, c, a
del a, b, c
print(gc.collect())
print(gc.collect())

chain = []
for i in range(5000):
    chain = [chain]


class Cutter:
    def __del__(self):
        self.ring.clear()


cutter = Cutter()
cutter.ring = [cutter, chain]
del cutter, chain
print(gc.collect())
