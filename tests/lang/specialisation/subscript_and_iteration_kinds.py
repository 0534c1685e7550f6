# One subscript site and one loop see every kind of container.
def get(c, k):
    try:
        return c[k]
    except (LookupError, TypeError) as e:
        return f'{type(e).__name__}: {e}'


def put(c, k, v):
    try:
        c[k] = v
        return c[k]
    except (LookupError, TypeError) as e:
        return f'{type(e).__name__}: {e}'


def loop(it): return [x for x in it]


def first_pair(it):
    for a, b in it:
        return a, b


class Own:
    def __getitem__(self, k):
        if k == 3: raise IndexError('own')
        return ('own', k)
    def __setitem__(self, k, v): pass


class L(list):
    def __getitem__(self, k): return ('L', super().__getitem__(k))
    def __iter__(self): return iter(['L iter'])


class D(dict):
    def __missing__(self, k): return ('missing', k)


def make(): return [[10, 20, 30], (10, 20, 30), 'abc', 'aé😀', b'abc', bytearray(b'abc'), {0: 'zero', 1: 'one'}, D({0: 'zero'}), range(10, 40, 10), Own(), L([1, 2, 3]), memoryview(b'abc'), None, 5, {1, 2}]


for key in (1, -1, 3, 2**70, True, 'x', slice(0, 2), 1.0, None):
    for _ in range(4):
        results = [get(c, key) for c in make()]
    print(key, results if not isinstance(key, slice) else [r.tobytes() if isinstance(r, memoryview) else r for r in results])
for _ in range(5):
    results = [put(c, 1, 65) for c in make()]
print(results)
for c in make():
    try:
        print(type(c).__name__, [loop(c) for _ in range(3)][-1])
    except TypeError as e:
        print(e)
def gen():
    yield from 'g'
for it in (gen(), iter([1]), zip('a', 'b'), map(str, [1]), {1: 2}.items(), {1: 2}.keys(), reversed([1, 2]), enumerate('x'), filter(None, [0, 1]), iter(int, 0), iter({1}), iter(range(2)), iter('ab'), iter(b'ab'), iter(Own())):
    print(type(it).__name__, loop(it))
for it in ([(1, 2)], ((3, 4),), ['ab'], {1: 2}.items(), zip('x', 'y'), [[5, 6]], [iter('pq')], [{7: 0, 8: 0}], enumerate('z'), [range(2)]):
    print(first_pair(it))
for bad in ([1], [(1,)], [(1, 2, 3)], ['abc'], [None]):
    try:
        first_pair(bad)
    except (TypeError, ValueError) as e:
        print(e)
lst = [0] * 5
for i in range(50):
    lst[i % 5] += i if i < 25 else 0.5
print(lst)
d = {}
for w in 'the cat the dog the end'.split() * 20:
    d[w] = d.get(w, 0) + 1
print(d)
d2 = {}
for i in range(100):
    d2[i % 7 if i < 50 else str(i % 7)] = i
print(d2)
