# Unpacking takes any iterable and checks the count.
a, b = 1, 2
a, b = b, a
print(a, b)
(c, d), [e, f] = 'xy', range(2)
print(c, d, e, f)
[g] = [1]
h, = (2,)
(i, (j, (k,))) = 1, (2, [3])
print(g, h, i, j, k)
x, y = {'k1': 1, 'k2': 2}
print(x, y)
() = []
[] = ()


def gen():
    yield 1
    print('between')
    yield 2
    print('after')


p, q = gen()
print(p, q)
for n, (m, o) in [(1, (2, 3)), (4, 'ab')]:
    print(n, m, o)


class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        print('next', self.n)
        return self.n


u, v, w = It(3)
print(u, v, w)


class OldStyle:
    def __getitem__(self, i):
        if i > 1:
            raise IndexError
        return i * 10


r, s = OldStyle()
print(r, s)
for source in ['a, b = 1', 'a, b = 1, 2, 3', 'a, b, c = 1, 2', 'a, b = []', '(a, b), c = 1, 2', 'a, = None', 'a, b = It(5)', 'a, b, c = "ab"', '[] = [1]', 'a, *b = ()', 'a, *b, c = [1]', '*a, = 5', 'a, b = {1}', 'x, y = object', '*a, b, c, d = "ab"', 'a, b = {"k": 1}', 'a, b = iter([1, 2, 3])']:
    try:
        exec(source)
        print(source, 'ok')
    except Exception as exc:
        print(source, '->', type(exc).__name__, exc)
