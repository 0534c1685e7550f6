# A finaliser brings back its own object and what that refers to; the rest of the garbage is freed.
import gc
gc.disable()
saved = []


class Saver:
    def __del__(self):
        print('saver')
        saved.append(self)


class Plain:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('plain', self.name)


saver, held, lost = Saver(), Plain('held'), Plain('lost')
saver.held = held
held.back = held
lost.saver = saver
lost.me = lost
del saver, held, lost
print(gc.collect())
print(saved[0].held.name, saved[0].held.back is saved[0].held)
print(gc.collect())
saved.clear()
print(gc.collect())
