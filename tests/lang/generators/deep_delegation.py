# Chains of yield from are deep but bounded by the recursion limit only.
import sys


def count(n):
    if n:
        yield n
        yield from count(n - 1)


print(sum(count(200)))
sys.setrecursionlimit(20000)
print(sum(1 for _ in count(2000)))


def wrap(gen):
    got = yield from gen
    return got + 1


def base():
    x = yield 'start'
    return x


g = base()
for i in range(1000):
    g = wrap(g)
print(next(g))
try:
    g.send(5)
except StopIteration as e:
    print(e.value)
g = base()
for i in range(500):
    g = wrap(g)
next(g)
try:
    g.throw(ValueError('through all'))
except ValueError as e:
    depth = 0
    tb = e.__traceback__
    while tb:
        depth += 1
        tb = tb.tb_next
    print(e, depth)
g = base()
for i in range(500):
    g = wrap(g)
next(g)
g.close()
print('closed')


def numbers(depth):
    return (x + 1 for x in numbers(depth - 1)) if depth else iter(range(5))


print(list(numbers(300)))
