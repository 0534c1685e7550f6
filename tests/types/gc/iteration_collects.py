# Collections while native code builds tuples, lists, dicts, strings from iterators.
import gc


class Source:
    def __init__(self, n):
        self.n = n
        self.me = self

    def __iter__(self):
        for i in range(self.n):
            gc.collect(i % 3)
            yield [i]


print(tuple(Source(5)), list(Source(4)), dict(zip(Source(0), Source(3))))
print({i: x for i, x in enumerate(Source(3))})
print(sorted(Source(5), reverse=True))
a, *b = Source(5)
print(a, b)
print([*Source(2), *Source(2)])
def f(*args, **kwargs): return args, kwargs
print(f(*Source(3), **{'a': list(Source(1))}))
print(list(map(lambda x, y: (x, y), Source(3), Source(3))))
print(sum(Source(3), []))
print(''.join(str(x) for x in Source(3)))
print(any(x == [2] for x in Source(4)), all(Source(3)))
