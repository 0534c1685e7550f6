# A young collection does not look at old objects, but keeps what they refer to; old garbage waits.
import gc
gc.disable()


class Watched:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('freed', self.name)


old = []
gc.collect()
old.append(Watched('young, held by old'))
ring = Watched('old ring')
ring.me = ring
gc.collect(0)
gc.collect(1)
del ring
print('young')
gc.collect(0)
print('middle')
gc.collect(1)
print('full')
gc.collect(2)
young = Watched('young ring')
young.me = young
young.old = old
del young
print('young again')
gc.collect(0)
old.clear()
