# Generator expressions evaluate the first iterable at once, the rest lazily.
def log(x):
    print('eval', x)
    return x


g = (log(a) + log(b) for a in log([1, 2]) for b in log([10]))
print('created')
print(next(g))
print(list(g))
try:
    (x for x in 5)
except TypeError as e:
    print(e)
g = (x for y in [1] for x in 5)
try:
    next(g)
except TypeError as e:
    print(e)
try:
    (x for x in undefined)
except NameError as e:
    print(e)
g = (undefined for x in [1])
try:
    next(g)
except NameError as e:
    print(e)
x = 'outer'
print(list(x for x in 'ab'), x)
n = 2
g = (i * n for i in range(3))
n = 10
print(list(g))
data = [1, 2, 3]
g = (v for v in data)
data.append(4)
data = None
print(list(g))
print(sum(i for i in range(10) if i % 2 if i > 3), max((i, -i) for i in range(3)))
print(list((a, b) for a in range(3) for b in range(a) if a + b != 3))
print(any(log(v) for v in (0, 5, 6)), all(log(v) for v in (1, 0, 2)))
g = (yield_ for yield_ in [1])
print(type(g).__name__, g.__name__, g.__qualname__)


def f():
    k = 3
    return (k + i for i in range(2)), [q() for q in [lambda: k]]


gen, lst = f()
print(list(gen), lst)


class C:
    items = [1, 2]
    doubled = list(v * 2 for v in items)
    try:
        bad = list(v for v in [1] for w in items)
    except NameError as e:
        bad = str(e)


print(C.doubled, C.bad)
print(dict((k, v) for k, v in zip('ab', range(2))), set(c for c in 'aab') == {'a', 'b'}, ','.join(str(i) for i in range(3)))
print(*(i for i in range(3)), sep='')
