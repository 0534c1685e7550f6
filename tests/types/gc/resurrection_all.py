# Everything may come back; nothing is counted as collected then.
import gc
gc.disable()
home = []


class Back:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        home.append(self)


ring = [Back(i) for i in range(20)]
for i, node in enumerate(ring):
    node.next = ring[i - 1]
del ring, node
print(gc.collect(), len(home))
node = home[0]
seen = []
for _ in range(20):
    seen.append(node.n)
    node = node.next
print(sorted(seen))
home.clear()
del node
print(gc.collect(), len(home))
