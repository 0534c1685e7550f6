# generators pipeline, itertools recipes
import itertools as it, operator, collections
def take(n, i): return list(it.islice(i, n))
def pairwise(i): a, b = it.tee(i); next(b, None); return zip(a, b)
def grouper(i, n, fill=None): return it.zip_longest(*[iter(i)] * n, fillvalue=fill)
def roundrobin(*its):
    its = collections.deque(map(iter, its))
    while its:
        try:
            while True: yield next(its[0]); its.rotate(-1)
        except StopIteration: its.popleft()
def unique(i, key=None):
    seen = set()
    for x in i:
        k = x if key is None else key(x)
        if k not in seen: seen.add(k); yield x
def powerset(s): s = list(s); return it.chain.from_iterable(it.combinations(s, r) for r in range(len(s) + 1))
def sliding(i, n):
    i = iter(i); w = collections.deque(it.islice(i, n - 1), maxlen=n)
    for x in i: w.append(x); yield tuple(w)
def partition(p, i): a, b = it.tee(i); return it.filterfalse(p, a), filter(p, b)
def sieve(n):
    data = bytearray((0, 1)) * (n // 2)
    for i in range(3, int(n ** .5) + 1, 2):
        if data[i]: data[i * i:n:i + i] = bytes(len(range(i * i, n, i + i)))
    return [2] + [i for i in range(3, n, 2) if data[i]] if n > 2 else []
print(take(5, it.count(3, 2)), list(pairwise('abcd')), list(grouper('ABCDEFG', 3, 'x')), ''.join(roundrobin('ABC', 'D', 'EF')))
print(list(unique('AAbBcA', str.lower)), list(powerset([1, 2, 3])), list(sliding(range(6), 3)))
odd, even = partition(lambda x: x % 2 == 0, range(10)); print(list(odd), list(even))
print(sieve(50), list(it.accumulate([1, 2, 3, 4], operator.mul)), list(it.accumulate([3, 1, 4], max, initial=0)))
print([(k, list(g)) for k, g in it.groupby(sorted(['apple', 'ant', 'bee', 'bat', 'cat']), key=lambda w: w[0])])
print(list(it.product('ab', repeat=2)), list(it.permutations('abc', 2)), list(it.combinations_with_replacement('ab', 2)), list(it.starmap(pow, [(2, 3), (3, 2)])))
print(list(it.takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(it.dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(it.compress('abc', [1, 0, 1])), list(it.batched('abcdefg', 3)))
def lines():
    for l in "  # c\na = 1\n\nb=2 # x\nbad\n".split('\n'): yield l
def strip(ls):
    for l in ls:
        l = l.split('#')[0].strip()
        if l: yield l
def pairs(ls):
    for n, l in enumerate(ls, 1):
        k, sep, v = l.partition('=')
        if not sep: yield ('error', n, l); continue
        yield (k.strip(), v.strip())
print(list(pairs(strip(lines()))))
def averager():
    total = n = 0; avg = None
    while True:
        x = yield avg
        if x is None: return total, n
        total += x; n += 1; avg = total / n
def collect(out):
    while True:
        out.append((yield from averager()))
out = []; c = collect(out); next(c)
print(c.send(10), c.send(20), c.send(None), c.send(5), c.send(None), out); c.close()
def tree(n):
    if n:
        yield from tree(n - 1); yield n; yield from tree(n - 1)
print(list(tree(4)), sum(x * x for x in range(10) if x % 3), max((len(w), w) for w in 'a bbb cc'.split()))
g = (x for x in [1, 2]); print(next(g), list(g), list(g))
def withcleanup():
    try: yield 1; yield 2
    except GeneratorExit: print('closing'); raise
    finally: print('final')
w = withcleanup(); next(w); w.close()
def thrower():
    while True:
        try: x = yield; print('got', x)
        except ValueError as e: print('caught', e); yield 'handled'
t = thrower(); next(t); t.send(1); print(t.throw(ValueError('v')))
print(collections.Counter(''.join(roundrobin('hello', 'world'))).most_common(3))
