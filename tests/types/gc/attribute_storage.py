# Attributes in every kind of place: inline, overflow, dictionary, fields, behind items.
import gc
gc.disable()


class Watched:
    freed = 0

    def __del__(self):
        Watched.freed += 1


class Slots:
    __slots__ = ('a', 'b', '__dict__')


class T(tuple):
    pass


class S(str):
    pass


class E(Exception):
    pass


def make(kind):
    x = kind()
    for i in range(30):
        setattr(x, 'n%d' % i, Watched())
    x.me = x


for kind in (Watched, Slots, T, S, E, type('L', (list,), {}), type('D', (dict,), {})):
    make(kind)
    Watched.freed = 0
    gc.collect()
    print(kind.__name__, Watched.freed)
x = Watched()
x.__dict__['me'] = x
x.w = Watched()
del x
Watched.freed = 0
gc.collect()
print(Watched.freed)
x = Slots()
x.a = x
x.b = Watched()
del x
gc.collect()
print(Watched.freed)
