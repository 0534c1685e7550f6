# Star expressions wherever they are allowed, and mappings in order.
def r(): return *'ab', 1
def y(): yield *'ab', 2
def s(x): return x


class G:
    def __getitem__(self, k): return k


g = G()
print(r(), list(y()), g[*'ab'], g[*[1], 2, *()], g[*'a', 1:2], g[*[]])
for x in *'ab', *[1]: print(x, end=' ')
print()
for a, (b, *c) in ('1ab', '2cd') and [('1', 'abc'), ('2', 'd')]: print(a, b, c)
print([*'ab', *range(2)], (*'a',), {*'a', *'a'}, {**{}, **{'k': 1}, 'k': 2, **{'z': 3}})
x = *range(3),
print(x, s((*'ab',)), s([*x, *x]))
(a, b), c = (1, 2), 3
a, b = b, a = 5, 6
print(a, b)
a = b, c = 1, 2
print(a, b, c)
[a, [b, *c]], *d = [1, 'xyz'], 4, 5
print(a, b, c, d)
d = {}
d['a'], *d['rest'], d['z'] = range(5)
print(d)
i = 0
i, lst = 1, [0, 0]
lst[i], i = i, 0
print(lst, i)
*a, = {}
print(a, [*map(str, (1, 2))], [*{'x': 1}.items()])
(*a, b), c = 'xyz', 1
print(a, b, c)
for *a, b in ['abc', 'd']: print(a, b)
with_star = [(k, *v) for k, v in {'a': (1, 2), 'b': ()}.items()]
print(with_star, dict(**{'a': 1}, b=2), print(*[], sep='x'))
def f(*, a, **k): return a, k
print(f(**{'a': 1, 'b': 2}, c=3, **{'d': 4}))
first, second, *_ = (x * x for x in range(10))
print(first, second, len(_))
try:
    a, b, *c = (x for x in [1])
except ValueError as e:
    print(e)
def infinite():
    n = 0
    while True:
        yield n
        n += 1
try:
    a, b = infinite()
except ValueError as e:
    print(e)
a, b = map(int, '12')
(a), [b] = 3, [4]
print(a, b)
((a, b), (c, d)), e = ((1, 2), (3, 4)), 5
print(a, b, c, d, e)
print((lambda *a, **k: (a, k))(*(1, 2), *'a', **{'q': 1}, r=2))
