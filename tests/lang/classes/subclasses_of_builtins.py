# Overriding methods of built-in types: which operations see the overrides.
class D(dict):
    def __getitem__(self, k): return f'get {k}'
    def __setitem__(self, k, v): super().__setitem__(k, f'set {v}')
    def __contains__(self, k): return True
    def __iter__(self): return iter(['iterated'])
    def __len__(self): return 99
    def keys(self): return ['from keys']


d = D(a=1)
d['b'] = 2
print(d['zz'], d.get('a'), d, len(d), list(d), 'q' in d, {**d}, dict(d), d.copy(), list(d.values()), sorted(d.items()), bool(d), d.setdefault('c', 3), d.pop('a'))
d.update(x=1)
print(dict.__repr__(d), dict.__len__(d), '%(k)s' % d, '{k}'.format_map(d))


class L(list):
    def __len__(self): return 100
    def __getitem__(self, i): return f'item {i}'
    def __iter__(self): return iter('LIST')
    def append(self, x): super().append(('appended', x))
    def __contains__(self, x): return x == 'magic'
    def __eq__(self, o): return 'eq'


l = L([1, 2])
l.append(3)
l.extend([4])
l += [5]
print(l[0], len(l), list(l), [*l], l.pop(), 'magic' in l, 1 in l, l == [1], l.index(1), sorted(l), repr(l), l.copy(), l + [9], l * 2, l[0:1], tuple(l), max(l), list(reversed(l))[:1])


class S(str):
    def upper(self): return 'UPPER'
    def __len__(self): return 42
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
    def __eq__(self, o): return 'eq'
    def __hash__(self): return 5
    def __add__(self, o): return 'add'
    def __format__(self, spec): return f'format {spec}'
    def __getitem__(self, i): return 'item'
    def __iter__(self): return iter([1, 2])
    def __contains__(self, x): return 'contains'


s = S('abc')
print(s, repr(s), f'{s}', f'{s!s} {s!r}', len(s), s == 'abc', hash(s), s + 'x', 'x' + s, s[0], list(s), 'zz' in s, s.lower(), ''.join([s, s]), '%s' % s, s.upper(), str.upper(s), str(s), type(str(s)).__name__, {'abc': 1}.get(s), s.replace('a', 'b'), 'abc'.startswith(s), s * 2, sep='|')


class I(int):
    def __add__(self, o): return 'add'
    def __int__(self): return 77
    def __index__(self): return 88
    def __repr__(self): return 'I'
    def __str__(self): return 'str I'
    def __bool__(self): return False
    def __hash__(self): return 3
    def __eq__(self, o): return True
    def __lt__(self, o): return True


i = I(5)
print(i, [i], i + 1, 1 + i, i * 2, int(i), float(i), [10] * i == [10] * 5, 'abcdefgh'[I(2)], range(i)[-1], bool(i), i == 9, hash(i), sorted([I(2), I(1)]), f'{i}', f'{i:d}', '%d' % i, hex(i), -i, sum([i, 1]), i.real, type(i.real).__name__, round(i), divmod(i, 2), i << 1, {5: 'five'}.get(i))


class T(tuple):
    def __new__(cls, *args): return super().__new__(cls, args)
    def __getitem__(self, i): return 'item'
    def __iter__(self): return iter('tup')
    def __len__(self): return 7
    def __eq__(self, o): return 'eq'
    __hash__ = tuple.__hash__


t = T(1, 2)
a, b, c = t
print(t[0], list(t), len(t), a, t == (1, 2), t + (3,), t[:1], hash(t) == hash((1, 2)), repr(t), (lambda *x: x)(*t), t.count(1), isinstance(t, tuple))


class F(float):
    def __add__(self, o): return 'fadd'
    def __float__(self): return 9.5
    def __repr__(self): return 'F'


f = F(1.5)
print(f, [f], f + 1, 1 + f, f * 2, float(f), int(f), f'{f}', f'{f:.1f}', '%s %.1f' % (f, f), round(f), f == 1.5, sum([f]), type(-f).__name__, type(f.real).__name__)
class St(set):
    def add(self, x): super().add(x * 2)
    def __contains__(self, x): return 'always'
st = St([1])
st.add(5)
st |= {7}
st.update([9])
print(sorted(st), 99 in st, type(st | {1}).__name__, st == {1, 10, 7, 9}, len(st))
class B(bytes):
    def __len__(self): return 50
    def decode(self): return 'decoded'
print(B(b'x') + b'y', len(B(b'x')), B(b'x').decode(), B(b'x') == b'x', B(b'xy')[0], repr(B(b'q')), bytes(B(b'z')), type(B(b'x')[:]).__name__)
