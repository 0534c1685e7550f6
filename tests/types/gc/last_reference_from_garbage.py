# Old objects that only garbage referred to die with it, their finalisers included.
import gc
gc.disable()


class Watched:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('freed', self.name, len([x for x in gc.get_objects() if type(x) is Watched]) >= 0)


old = Watched('old')
gc.collect()
ring = []
ring.append(ring)
ring.append(old)
del old, ring
gc.collect(0)
print('done')
