# Proxies stand for their target in every operation.
import weakref
from weakref import proxy


class V:
    def __init__(self, n): self.n = n
    def __add__(self, o): return ('add', self.n, getattr(o, 'n', o))
    def __radd__(self, o): return ('radd', self.n, o)
    def __iadd__(self, o): self.n += o; return self
    def __neg__(self): return -self.n
    def __len__(self): return self.n
    def __getitem__(self, k): return ('item', k)
    def __setitem__(self, k, v): print('set', k, v)
    def __delitem__(self, k): print('del', k)
    def __contains__(self, k): return k == self.n
    def __iter__(self): return iter([self.n])
    def __eq__(self, o): return isinstance(o, V) and o.n == self.n
    def __lt__(self, o): return self.n < o.n
    def __str__(self): return f'V{self.n}'
    def __int__(self): return self.n
    def __index__(self): return self.n
    def __bool__(self): return self.n > 0
    def method(self): return self.n
    __hash__ = None


class Call:
    def __call__(self, *a, **k): return a, k


v = V(3)
p = proxy(v)
print(type(p).__name__, p.n, p.method(), p + 1, 1 + p, p + p, -p, len(p), p[1], 3 in p, 4 in p, list(p), p == v, v == p)
print(p < V(4), str(p), int(p), hex(p), bool(p), [0, 1, 2, 5][p], isinstance(p, V), p.__class__ is V)
p[1] = 2
del p[1]
p.extra = 'x'
print(v.extra, proxy(v) is p, weakref.getweakrefcount(v))
del p.extra
print(hasattr(v, 'extra'))
q = p
q += 4
print(q is v, v.n)
c = Call()
cp = proxy(c)
print(type(cp).__name__, cp(1, k=2))
try:
    p()
except TypeError as e:
    print('TypeError', e)
try:
    hash(p)
except TypeError as e:
    print('TypeError', e)
try:
    next(p)
except TypeError as e:
    print('TypeError', e)
del v, q
for f in (lambda: p.n, lambda: p + 1, lambda: len(p), lambda: p == 1, lambda: str(p), lambda: bool(p), lambda: list(p), lambda: setattr(p, 'x', 1)):
    try:
        f()
    except ReferenceError as e:
        print('ReferenceError', e)
log = []
c2 = Call()
p2 = proxy(c2, lambda x: log.append(type(x).__name__))
del c2
print(log)
try:
    type(p)()
except TypeError as e:
    print(e)
