# Finalisers of a cycle run in the order in which its objects were made, before any of them is taken apart.
import gc
gc.disable()


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, 'sees', self.peer.name, self.peer.peer.name)


a, b, c = Noisy('a'), Noisy('b'), Noisy('c')
a.peer, b.peer, c.peer = b, c, a
del a, b, c
print(gc.collect())
for i in range(3):
    x = Noisy(i)
    x.peer = x
    del x
print(gc.collect())
