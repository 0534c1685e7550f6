# Collections that run finalisers which take cycles apart, in the middle of a deep destruction.
import gc
gc.disable()


class Collects:
    def __init__(self, inner):
        self.inner = inner

    def __del__(self):
        cut = Cuts()
        cut.ring = [cut]
        deep = None
        for i in range(100):
            deep = [deep, cut]
        cut.deep = deep
        cut.ring.append(deep)
        del cut, deep
        counts.append(gc.collect())


class Cuts:
    def __del__(self):
        self.ring.clear()
        self.deep = None


counts = []
nested = None
for i in range(300):
    nested = [nested]
    if i % 30 == 0:
        nested = Collects(nested)
nested = (nested,)
del nested
print(len(counts), gc.collect())
