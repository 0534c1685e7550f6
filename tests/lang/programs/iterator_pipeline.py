# A lazy stream class with chained operations, built from generators and itertools.
import functools
import itertools
import operator


class Stream:
    def __init__(self, source): self._source = source
    def __iter__(self): return iter(self._source() if callable(self._source) else self._source)

    def _then(fn):
        @functools.wraps(fn)
        def method(self, *args, **kw):
            return Stream(lambda: fn(iter(self), *args, **kw))
        return method

    @_then
    def map(it, f): return map(f, it)
    @_then
    def filter(it, p=None): return filter(p, it)
    @_then
    def take(it, n): return itertools.islice(it, n)
    @_then
    def drop(it, n): return itertools.islice(it, n, None)
    @_then
    def chunk(it, n):
        while batch := tuple(itertools.islice(it, n)):
            yield batch
    @_then
    def window(it, n):
        buffer = list(itertools.islice(it, n - 1))
        for x in it:
            buffer.append(x)
            yield tuple(buffer)
            del buffer[0]
    @_then
    def flat(it): return itertools.chain.from_iterable(it)
    @_then
    def unique(it, key=lambda x: x):
        seen = set()
        for x in it:
            if (k := key(x)) not in seen:
                seen.add(k)
                yield x
    @_then
    def scan(it, f, *initial): return itertools.accumulate(it, f, initial=initial[0] if initial else None)
    @_then
    def tap(it, f):
        for x in it:
            f(x)
            yield x
    @_then
    def group(it, key): return ((k, list(g)) for k, g in itertools.groupby(it, key))
    @_then
    def zip(it, *others): return zip(it, *others)
    @_then
    def interleave(it, other):
        for pair in itertools.zip_longest(it, other, fillvalue=Stream):
            yield from (x for x in pair if x is not Stream)
    @_then
    def until(it, p):
        for x in it:
            yield x
            if p(x):
                return
    del _then

    def __or__(self, f): return f(self)
    def __getitem__(self, i):
        if isinstance(i, slice):
            return Stream(lambda: itertools.islice(iter(self), i.start, i.stop, i.step))
        try:
            return next(itertools.islice(iter(self), i, None))
        except StopIteration:
            raise IndexError(f'stream ended before {i}') from None
    def __add__(self, other): return Stream(lambda: itertools.chain(self, other))
    def reduce(self, f, *initial): return functools.reduce(f, self, *initial)
    def partition(self, p):
        a, b = itertools.tee(self)
        return list(filter(p, a)), list(itertools.filterfalse(p, b))


def naturals(): return Stream(lambda: itertools.count(1))


log = []
s = naturals().tap(log.append).filter(lambda n: n % 3 == 0).map(lambda n: n * n).take(3)
print(log, list(s), log)
print(list(s), len(log), s[1], naturals()[10], list(naturals()[2:11:3]))
print(list(Stream('abcdefg').chunk(3)), list(Stream(range(5)).window(3)), list(Stream([[1, 2], [], [3]]).flat()), list(Stream('abracadabra').unique()), list(Stream([3, -3, 2, -2]).unique(abs)))
print(list(Stream([1, 2, 3, 4]).scan(operator.mul)), list(Stream('abc').scan(operator.add, '>')), list(Stream('aaabbc').group(str)), list(Stream('ab').zip(naturals(), 'xyz')), list(Stream('abc').interleave('12345')))
print(list(naturals().until(lambda n: n * n > 50)), list(Stream('ab') + Stream('cd') + [1]), Stream([1, 2, 3]) | sum, naturals().take(10) | list, naturals().take(10).reduce(operator.mul), Stream([]).reduce(operator.add, 'empty'))
print(Stream(range(10)).partition(lambda x: x % 2), list(naturals().drop(5).take(2)))
for bad in (lambda: Stream([1])[5], lambda: list(Stream(5)), lambda: Stream([]).reduce(operator.add), lambda: list(Stream([1, 'a']).scan(operator.add)), lambda: list(Stream([[1], 2]).flat()), lambda: list(Stream('ab').map(int))):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
collatz = lambda n: Stream(lambda: itertools.takewhile(lambda x: x != 1, iterate(lambda x: x // 2 if x % 2 == 0 else 3 * x + 1, n)))


def iterate(f, x):
    while True:
        yield x
        x = f(x)


print(list(collatz(11)), max(range(1, 500), key=lambda n: sum(1 for _ in collatz(n))))
primes = Stream(lambda: (n for n in itertools.count(2) if all(n % p for p in range(2, int(n ** 0.5) + 1))))
print(list(primes.take(12)), primes[99], list(primes.window(2).filter(lambda p: p[1] - p[0] == 2).take(6)))
print([''.join(p) for p in itertools.permutations('abc', 2)], list(itertools.combinations(range(4), 3)), list(itertools.combinations_with_replacement('ab', 2)), [''.join(p) for p in itertools.product('ab', '01')], list(itertools.pairwise('abcd')), list(itertools.starmap(pow, [(2, 3), (3, 2)])), list(itertools.compress('abcd', [1, 0, 1])), list(itertools.dropwhile(lambda x: x < 3, [1, 3, 2])), list(itertools.zip_longest('ab', 'c', fillvalue='-')), list(itertools.batched('abcde', 2)), list(itertools.repeat(1, 2)), list(itertools.islice(itertools.cycle('ab'), 5)), list(itertools.chain('a', [1])))
a, b, c = itertools.tee(iter('xyz'), 3)
print(next(a), list(b), next(a), list(c), list(a))
total = naturals().map(lambda n: 1 / (n * n)).scan(operator.add).drop(999)[0]
print(f'{total:.6f}')
