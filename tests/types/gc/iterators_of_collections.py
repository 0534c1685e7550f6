# Cycles through deques and other types of the library.
import collections
import gc
gc.disable()


class Watched:
    freed = 0

    def __del__(self):
        Watched.freed += 1


def cycles():
    w = Watched(); w.d = collections.deque([w])
    w = Watched(); w.i = iter(collections.deque([w]))
    w = Watched(); w.f = collections.defaultdict(lambda: w); w.f[1]
    w = Watched(); w.o = collections.OrderedDict(a=w)
    w = Watched(); w.c = collections.ChainMap({'a': w})
    w = Watched(); w.n = collections.namedtuple('N', 'w')(w)


cycles()
gc.collect()
print(Watched.freed)
