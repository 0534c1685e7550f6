# WeakKeyDictionary, WeakValueDictionary and WeakSet: entries go with their objects, also while they are iterated over.
from weakref import WeakKeyDictionary, WeakSet, WeakValueDictionary


class K:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'K{self.n}'


ks = [K(i) for i in range(5)]
d = WeakKeyDictionary()
for k in ks:
    d[k] = k.n * 10
print(len(d), [k.n for k in d], list(d.values()), [(k.n, v) for k, v in d.items()], ks[2] in d, d[ks[3]], d.get(K(9)), d.get(K(9), 'no'))
del ks[2], k
print(len(d), sorted(d.values()))
for k in d:
    ks.clear()
    break
print(len(d))
del k
print(len(d), d.pop(K(1), 'default'), 5 in d)
try:
    d[K(1)]
except KeyError as e:
    print('KeyError')
try:
    d[5] = 1
except TypeError as e:
    print(e)
a, b = K('a'), K('b')
d = WeakKeyDictionary({a: 1})
print(d.setdefault(a, 5), d.setdefault(b, 6), d.popitem()[1], len(d), (d | {b: 7})[b], d.copy()[a])

v = WeakValueDictionary()
xs = {i: K(i) for i in range(5)}
v.update(xs)
v['name'] = named = K('named')
print(len(v), sorted(map(str, v)), v['name'], v.get('nothing'), 'name' in v, 3 in v)
del xs[3]
print(len(v), 3 in v, sorted(map(str, v.keys())))
print([str(x) for x in v.values()])
for key, value in v.items():
    xs.clear()
print(value)
del value
print(dict(v), v.pop('name'), v.pop('name', None), len(v))
try:
    v.pop('name')
except KeyError as e:
    print('KeyError', e)
try:
    v['x'] = 5
except TypeError as e:
    print(e)
v = WeakValueDictionary(a=a, b=b)
print(dict(v), v.setdefault('c', a), sorted(v.popitem()[0] for _ in range(3)), len(v), len(v.valuerefs()))

s = WeakSet(K(i) for i in range(3))
print(len(s))
ks = [K(i) for i in range(4)]
s = WeakSet(ks)
print(len(s), sorted(k.n for k in s), ks[0] in s, K(0) in s, 5 in s)
t = WeakSet(ks[2:])
print(sorted(k.n for k in s - t), sorted(k.n for k in s & t), sorted(k.n for k in s | t), sorted(k.n for k in s ^ t), t <= s, t < s, s >= t, s == WeakSet(ks), s.isdisjoint(t))
del ks[1:3]
del ks[0]
print(len(s), [k.n for k in s])
s.discard(K(5))
try:
    s.remove(K(5))
except KeyError:
    print('KeyError')
s.clear()
try:
    s.pop()
except KeyError as e:
    print('KeyError', e)
