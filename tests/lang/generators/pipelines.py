# Generators composed into pipelines pull one item at a time.
import itertools


def produce(n):
    for i in range(n):
        print('produce', i)
        yield i


def keep_even(src):
    for x in src:
        if x % 2 == 0:
            yield x


def scale(src, k):
    for x in src:
        print('scale', x)
        yield x * k


def take(src, n):
    for x in src:
        if n <= 0:
            return
        n -= 1
        yield x


for v in take(scale(keep_even(produce(100)), 10), 2):
    print('got', v)


def primes():
    def sieve(src):
        p = next(src)
        yield p
        yield from sieve(x for x in src if x % p)
    return sieve(itertools.count(2))


print(list(itertools.islice(primes(), 15)))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


print(list(itertools.takewhile(lambda v: v < 100, fib())))


def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        if value is None:
            return total, count
        total += value
        count += 1
        average = total / count


def grouper(results, key):
    while True:
        results[key] = yield from averager()


results = {}
for key, values in {'a': [1, 2, 3], 'b': [10, 20]}.items():
    group = grouper(results, key)
    next(group)
    for v in values:
        print(group.send(v))
    group.send(None)
print(results)


def permutations(items):
    if not items:
        yield []
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [x] + rest


print([''.join(p) for p in permutations(list('abc'))])
def merge(a, b):
    a, b = iter(a), iter(b)
    x, y = next(a, None), next(b, None)
    while x is not None or y is not None:
        if y is None or x is not None and x <= y:
            yield x
            x = next(a, None)
        else:
            yield y
            y = next(b, None)
print(list(merge([1, 4, 6], [2, 3, 7, 8])))
