# A finaliser runs once, also if its object is brought back and becomes garbage again.
import gc
gc.disable()
kept = []


class Phoenix:
    def __init__(self):
        self.me = self
        self.calls = 0

    def __del__(self):
        self.calls += 1
        kept.append(self)


Phoenix()
print(gc.collect(), len(kept), kept[0].calls, gc.is_finalized(kept[0]))
fresh = Phoenix()
print(gc.is_finalized(fresh))
fresh.me = None
del fresh
print(len(kept), [p.calls for p in kept])
kept.clear()
print(gc.collect(), len(kept))
