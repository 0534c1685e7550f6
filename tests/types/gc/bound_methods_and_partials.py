# Cycles through bound methods, partials, properties, iterators, views and other helpers.
import functools
import gc
import itertools
import types
gc.disable()


class Watched:
    freed = 0

    def __del__(self):
        Watched.freed += 1

    def method(self):
        pass


def cycles():
    w = Watched(); w.m = w.method
    w = Watched(); w.p = functools.partial(w.method, w)
    w = Watched(); w.i = iter([w])
    w = Watched(); w.v = {1: w}.values()
    w = Watched(); w.z = zip([w], [w])
    w = Watched(); w.e = enumerate((w,))
    w = Watched(); w.f = filter(None, [w])
    w = Watched(); w.a = map(w.method, [w])
    w = Watched(); w.r = reversed([w])
    w = Watched(); w.s = slice(w, None)
    w = Watched(); w.x = frozenset([w])
    w = Watched(); w.y = property(w.method)
    w = Watched(); w.c = staticmethod(w.method)
    w = Watched(); w.k = itertools.cycle([w]); next(w.k)
    w = Watched(); w.h = itertools.chain([w], [1])
    w = Watched(); w.t = itertools.tee([w])
    w = Watched(); w.q = types.MappingProxyType({'w': w})
    w = Watched(); w.n = types.SimpleNamespace(w=w)
    w = Watched(); w.g = (x for x in [w])
    w = Watched(); w.l = list[w]
    w = Watched(); w.u = super(Watched, w)
    w = Watched(); w.d = iter({1: w}.items())
    w = Watched(); w.o = iter(lambda: w, None)
    w = Watched(); w.b = iter({w})


cycles()
print(Watched.freed)
gc.collect()
print(Watched.freed)
