# What the collector tracks.
import gc


class Plain:
    pass


class Slots:
    __slots__ = ('a',)


class Int(int):
    pass


for value in (None, True, 1, 10**40, 1.5, 1j, 'text', b'bytes', range(3), [], [1], {}, {'a': 1},
              {'a': []}, set(), {1}, frozenset(), Plain(), Slots(), Int(3), Plain,
              lambda: 0, (lambda: 0).__code__, iter([]), (x for x in ()), (), ([],),
              Plain.__init__, len, [].append, Exception(), slice(1), property(), bytearray(),
              gc, object()):
    print(type(value).__name__, gc.is_tracked(value))
