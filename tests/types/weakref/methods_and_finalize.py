# WeakMethod and finalize.
import weakref
from weakref import WeakMethod, finalize


class C:
    def m(self): return 'm'
    def other(self): return 'other'


c = C()
log = []
w = WeakMethod(c.m, lambda x: log.append(x is w))
print(w()(), w() == c.m, w == WeakMethod(c.m), w == WeakMethod(c.other), hash(w) == hash(WeakMethod(c.m)))
del c
print(w(), log)
try:
    WeakMethod(len)
except TypeError as e:
    print(e)
try:
    WeakMethod(C.m)
except TypeError as e:
    print(e)

c = C()
f = finalize(c, lambda *a, **k: log.append((a, k)), 1, 2, key=3)
print(f.alive, f.atexit, f.peek()[2:], f.detach()[0] is c, f.alive, f.peek(), f.detach())
f = finalize(c, log.append, 'finalized')
f.atexit = False
del c
print(log[-1], f.alive, f(), f.atexit)
c = C()
f = finalize(c, lambda: 'result')
print(f(), f(), f.alive)
print(isinstance(weakref.finalize(c, print, 'at exit, first registered'), finalize))
finalize(c, print, 'at exit, last registered')
quiet = finalize(c, print, 'never')
quiet.atexit = False
