# plugin registry, fluent builder, event sourcing, unit conversion, text wrapping, bit tricks, memo, mixins, iterators
import collections.abc
import sys, functools, collections, copy, itertools, operator, math, string, abc, contextlib, types
class PluginMeta(type):
    plugins = {}
    def __init__(cls, name, bases, ns):
        super().__init__(name, bases, ns)
        if bases: PluginMeta.plugins[ns.get('key', name.lower())] = cls
class Plugin(metaclass=PluginMeta):
    def run(self, x): raise NotImplementedError(f'{type(self).__name__}.run')
class Upper(Plugin):
    key = 'up'
    def run(self, x): return x.upper()
class Broken(Plugin): pass
for k, c in PluginMeta.plugins.items():
    try: print(k, c().run('abc'))
    except NotImplementedError as e: print(k, repr(e))
class Query:
    def __init__(self, src): self._src, self._ops = src, ()
    def _with(self, op): q = copy.copy(self); q._ops = self._ops + (op,); return q
    def where(self, **kw): return self._with(lambda it: (r for r in it if all(r[k] == v for k, v in kw.items())))
    def select(self, *ks): return self._with(lambda it: (tuple(r[k] for k in ks) for r in it))
    def order(self, k, desc=False): return self._with(lambda it: sorted(it, key=lambda r: r[k], reverse=desc))
    def __iter__(self): return functools.reduce(lambda it, f: iter(f(it)), self._ops, iter(self._src))
db = [{'n': 'a', 'g': 1, 's': 3}, {'n': 'b', 'g': 2, 's': 1}, {'n': 'c', 'g': 1, 's': 2}]
q = Query(db).where(g=1); print(list(q.order('s').select('n', 's')), list(q.select('n')), list(Query(db).order('s', True).select('n')))
def wrap(text, width):
    line = []; n = 0
    for w in text.split():
        if n + len(w) + len(line) > width and line: yield ' '.join(line); line, n = [], 0
        line.append(w); n += len(w)
    if line: yield ' '.join(line)
def justify(l, w):
    ws = l.split()
    if len(ws) == 1: return l
    gaps, extra = divmod(w - sum(map(len, ws)), len(ws) - 1)
    return ''.join(x + ' ' * (gaps + (i < extra)) for i, x in enumerate(ws[:-1])) + ws[-1]
for l in wrap('Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt', 24): print('|' + justify(l, 24) + '|', len(l))
class Comparable:
    def __eq__(self, o): return self._key() == o._key()
    def __lt__(self, o): return self._key() < o._key()
class Repr:
    def __repr__(self): return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"
class Person(Repr, Comparable):
    def __init__(self, name, age): self.name, self.age = name, age
    def _key(self): return (self.age, self.name)
ps = [Person('z', 3), Person('a', 3), Person('m', 1)]; print(sorted(ps), min(ps), ps[0] == Person('z', 3), ps.index(Person('a', 3)))
class Ring:
    def __init__(self, n): self.b, self.n, self.i = [None] * n, n, 0
    def push(self, x): self.b[self.i % self.n] = x; self.i += 1; return self
    def __iter__(self): yield from (self.b[j % self.n] for j in range(max(0, self.i - self.n), self.i))
    def __len__(self): return min(self.i, self.n)
    def __getitem__(self, k):
        if isinstance(k, slice): return [*self][k]
        if not -len(self) <= k < len(self): raise IndexError(k)
        return [*self][k]
r = Ring(3)
for x in range(5): r.push(x)
print(list(r), len(r), r[-1], r[1:], 3 in r, list(reversed([*r])))
try: r[7]
except IndexError as e: print(repr(e))
def bits(n): return [i for i in range(n.bit_length()) if n >> i & 1]
print(bits(0b101101), f'{0xdeadbeef:_x}', 0xff ^ 0x0f, (1 << 64) - 1, -1 & 0xff, int('z', 36), sum(1 << i for i in (0, 3)), (-5).bit_length(), 5 .__lshift__(2))
UNITS = {'km': 1000, 'm': 1, 'cm': .01, 'mi': 1609.344}
def conv(s, to):
    num = s.rstrip(string.ascii_letters + ' '); unit = s[len(num):].strip()
    try: return float(num) * UNITS[unit] / UNITS[to]
    except KeyError as e: raise ValueError(f'unknown unit {e}') from e
print(conv('5km', 'm'), f"{conv('3 mi', 'km'):.3f}")
try: conv('1 ly', 'm')
except ValueError as e: print(e, '|', type(e.__cause__).__name__)
class Account:
    def __init__(self): self.events = []
    @property
    def balance(self): return functools.reduce(lambda b, e: {'dep': operator.add, 'wd': operator.sub}[e[0]](b, e[1]), self.events, 0)
    @contextlib.contextmanager
    def tx(self):
        n = len(self.events)
        try: yield self
        except Exception as e: del self.events[n:]; print('rollback', e)
a = Account()
with a.tx(): a.events.append(('dep', 100)); a.events.append(('wd', 30))
with a.tx(): a.events.append(('wd', 500)); assert a.balance >= 0, f'overdrawn {a.balance}'
print(a.balance, a.events)
def trace(f):
    depth = 0
    @functools.wraps(f)
    def w(*args):
        nonlocal depth
        print('  ' * depth + f'{f.__name__}({", ".join(map(repr, args))})'); depth += 1
        try: r = f(*args)
        finally: depth -= 1
        print('  ' * depth + f'-> {r!r}'); return r
    return w
@trace
def gcd(a, b): return a if not b else gcd(b, a % b)
gcd(48, 18)
class Poly:
    def __init__(self, *c): self.c = c
    def __call__(self, x): return functools.reduce(lambda a, k: a * x + k, self.c, 0)
    def __mul__(self, o):
        out = [0] * (len(self.c) + len(o.c) - 1)
        for (i, a), (j, b) in itertools.product(enumerate(self.c), enumerate(o.c)): out[i + j] += a * b
        return Poly(*out)
    def __str__(self):
        t = []
        for p, k in zip(range(len(self.c) - 1, -1, -1), self.c):
            if k: t.append(f"{'-' if k < 0 else '+'} {'' if abs(k) == 1 and p else abs(k)}{f'x^{p}' if p > 1 else 'x' * p}")
        return ' '.join(t).removeprefix('+ ') or '0'
print(Poly(1, -1) * Poly(1, 1), Poly(2, 0, -3)(2), Poly(0), Poly(1, 0, -2, 5))
print(sys.argv[0].endswith('plugins_and_queries.py'), __file__.endswith('plugins_and_queries.py'), types.CodeType.__name__, (lambda: None).__code__.co_name)
m = types.ModuleType('dyn', 'doc'); exec('def hi(): return __name__', m.__dict__); print(m, m.hi(), m.__doc__)
class Ctx(collections.abc.MutableMapping if hasattr(collections, 'abc') else dict):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
c = Ctx(); c['a'] = 1; c.update(b=2); print(dict(c), c.pop('a'), c.setdefault('z', 0), list(c.items()), 'b' in c, c == {'b': 2, 'z': 0}, c.popitem(), isinstance(c, collections.abc.Mapping), c.get('no'))
match c:
    case {'z': v}: print('mapping', v)
    case _: print('no')
