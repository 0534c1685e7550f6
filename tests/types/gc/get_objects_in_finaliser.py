# A finaliser may look at all objects, and find its fellow garbage intact.
import gc
gc.disable()


class Curious:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        names = sorted(x.name for x in gc.get_objects() if type(x) is Curious)
        print(self.name, names)


a, b = Curious('a'), Curious('b')
a.peer, b.peer = b, a
del a, b
print(gc.collect())
