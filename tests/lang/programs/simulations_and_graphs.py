# simulation: elevator, event queue, lru, graph, matrix, text
import heapq, collections, itertools, random, functools, string
class Sim:
    def __init__(self): self.q = []; self.now = 0; self.c = itertools.count(); self.log = []
    def at(self, t, fn, *a): heapq.heappush(self.q, (t, next(self.c), fn, a))
    def run(self):
        while self.q:
            self.now, _, fn, a = heapq.heappop(self.q); fn(*a)
s = Sim()
def arrive(n):
    s.log.append(f'{s.now:5.1f} arrive {n}')
    if n < 4: s.at(s.now + n * 1.5, arrive, n + 1)
    s.at(s.now + 2, s.log.append, f'leave {n}')
s.at(0, arrive, 1); s.run(); print('\n'.join(s.log))
class LRU:
    def __init__(self, n): self.n = n; self.d = collections.OrderedDict()
    def get(self, k):
        if k in self.d: self.d.move_to_end(k); return self.d[k]
    def put(self, k, v):
        self.d[k] = v; self.d.move_to_end(k)
        if len(self.d) > self.n: print('evict', self.d.popitem(last=False))
l = LRU(2); l.put('a', 1); l.put('b', 2); l.get('a'); l.put('c', 3); print(l.d, list(l.d.items()))
g = {'a': {'b': 4, 'c': 1}, 'c': {'b': 2, 'd': 7}, 'b': {'d': 1}, 'd': {}}
def dijkstra(g, s):
    dist = {s: 0}; q = [(0, s)]
    while q:
        d, u = heapq.heappop(q)
        for v, w in g[u].items():
            if d + w < dist.get(v, float('inf')): dist[v] = d + w; heapq.heappush(q, (d + w, v))
    return dist
print(dijkstra(g, 'a'))
def topo(deps):
    seen, out = {}, []
    def visit(n, path=()):
        if seen.get(n) == 1: raise ValueError(f"cycle: {' -> '.join(path + (n,))}")
        if n in seen: return
        seen[n] = 1
        for m in sorted(deps.get(n, ())): visit(m, path + (n,))
        seen[n] = 2; out.append(n)
    for n in deps: visit(n)
    return out
print(topo({'app': {'lib', 'log'}, 'lib': {'core'}, 'log': {'core'}}))
try: topo({'a': {'b'}, 'b': {'a'}})
except ValueError as e: print(e)
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    @classmethod
    def identity(cls, n): return cls([int(i == j) for j in range(n)] for i in range(n))
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __pow__(self, n):
        r, b = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1: r = r @ b
            b = b @ b; n >>= 1
        return r
    def __repr__(self): return '\n'.join(' '.join(f'{x:>4}' for x in r) for r in self.rows)
    def __getitem__(self, ij): i, j = ij; return self.rows[i][j]
    def __eq__(self, o): return self.rows == o.rows
    T = property(lambda self: Matrix(zip(*self.rows)))
print(Matrix([[1, 1], [1, 0]]) ** 90, Matrix([[1, 2, 3]]).T, Matrix.identity(2)[0, 1], sep='\n')
def life(cells):
    n = collections.Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
    return {c for c, k in n.items() if k == 3 or k == 2 and c in cells}
c = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(4): c = life(c)
print(sorted(c))
def queens(n, cols=()):
    if len(cols) == n: yield cols; return
    for c in range(n):
        if all(c != d and abs(c - d) != len(cols) - i for i, d in enumerate(cols)): yield from queens(n, cols + (c,))
print(sum(1 for _ in queens(6)), next(queens(8)))
words = 'the quick brown fox jumps over the lazy dog the end'.split()
idx = collections.defaultdict(list)
for i, w in enumerate(words): idx[w].append(i)
print({k: v for k, v in sorted(idx.items()) if len(v) > 1}, sorted(set(words), key=lambda w: (-len(w), w))[:3])
def rle(s): return ''.join(f'{len(list(g))}{k}' for k, g in itertools.groupby(s))
def caesar(s, k): return s.translate(str.maketrans(string.ascii_lowercase, string.ascii_lowercase[k:] + string.ascii_lowercase[:k]))
print(rle('aaabccd'), caesar('hello', 3), caesar(caesar('hello', 3), 23))
def roman(n): return ''.join(s * (n // v - (n // prev if 0 else 0)) if 0 else '' for v, s in ()) or _rom(n)
def _rom(n):
    out = ''
    for v, s in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), 'M CM D CD C XC L XL X IX V IV I'.split()):
        q, n = divmod(n, v); out += s * q
    return out
print([roman(n) for n in (4, 9, 14, 1994, 2024)])
@functools.lru_cache(None)
def edit(a, b):
    if not a or not b: return len(a) + len(b)
    return min(edit(a[1:], b) + 1, edit(a, b[1:]) + 1, edit(a[1:], b[1:]) + (a[0] != b[0]))
print(edit('kitten', 'sitting'))
class Node:
    __slots__ = 'v', 'l', 'r'
    def __init__(self, v): self.v = v; self.l = self.r = None
class BST:
    def __init__(self, it=()): self.root = None; self.n = 0; [self.add(x) for x in it]
    def add(self, v):
        p, self.n = self, self.n + 1
        attr = 'root'
        while (c := getattr(p, attr)) is not None: p, attr = c, 'l' if v < c.v else 'r'
        setattr(p, attr, Node(v))
    def __iter__(self):
        def walk(n):
            if n: yield from walk(n.l); yield n.v; yield from walk(n.r)
        return walk(self.root)
    def __len__(self): return self.n
    def __contains__(self, v):
        n = self.root
        while n and n.v != v: n = n.l if v < n.v else n.r
        return n is not None
t = BST([5, 2, 8, 1, 9]); print(list(t), len(t), 8 in t, 7 in t, sorted(t, reverse=True))
class Observable:
    def __init__(self): self._subs = collections.defaultdict(list)
    def on(self, ev):
        def deco(f): self._subs[ev].append(f); return f
        return deco
    def emit(self, ev, *a, **k): return [f(*a, **k) for f in self._subs[ev]]
o = Observable()
@o.on('x')
def h1(v): return v + 1
@o.on('x')
def h2(v, mul=2): return v * mul
print(o.emit('x', 5), o.emit('nope'))
class State:
    table = {('idle', 'start'): 'run', ('run', 'stop'): 'idle', ('run', 'pause'): 'paused', ('paused', 'resume'): 'run'}
    def __init__(self): self.s = 'idle'; self.h = []
    def __getattr__(self, ev):
        if not any(e == ev for _, e in self.table): raise AttributeError(f"{type(self).__name__!r} has no event {ev!r}")
        def fire():
            try: self.h.append(self.s); self.s = self.table[self.s, ev]
            except KeyError: raise RuntimeError(f'cannot {ev} from {self.s}') from None
            return self
        return fire
m = State(); m.start().pause().resume(); print(m.s, m.h)
for ev in ('resume', 'fly'):
    try: getattr(m, ev)()
    except (RuntimeError, AttributeError) as e: print(type(e).__name__, e)
