# A finaliser may allocate, break the cycle, make new cycles and ask for a collection.
import gc
gc.disable()
log = []


class Busy:
    def __init__(self):
        self.others = []

    def __del__(self):
        made = [[i] for i in range(1000)]
        made.append(made)
        log.append(gc.collect())
        for other in self.others or ():
            other.others = None
        self.others = None
        again = Busy.Plain()
        again.me = again

    class Plain:
        pass


group = [Busy() for _ in range(10)]
for busy in group:
    busy.others = list(group)
del group, busy
gc.collect()
print(log)
print(gc.collect() >= 20)
print(gc.collect())
