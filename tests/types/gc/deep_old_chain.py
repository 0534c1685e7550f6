# Young garbage holds the end of a long chain of old objects.
import gc
gc.disable()


class Link:
    freed = 0

    def __init__(self, next):
        self.next = next

    def __del__(self):
        Link.freed += 1


chain = None
for i in range(100000):
    chain = Link(chain)
gc.collect()
ring = [chain]
ring.append(ring)
del chain, ring
gc.collect(0)
print(Link.freed)
