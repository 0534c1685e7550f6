# A ring with a million links is freed by the collector, and so are chains that hang on garbage.
import gc
gc.disable()
head = tail = []
for i in range(1000000):
    tail = [tail]
head.append(tail)
del head, tail
print(gc.collect())
class Node:
    __slots__ = ('next', 'other')
first = node = Node()
for i in range(200000):
    node.next = Node()
    node = node.next
node.next = first
first.other = None
chain = None
for i in range(200000):
    chain = (chain, i)
first.other = chain
del first, node, chain
print(gc.collect() >= 200001)
