# Generators, closures and cells in hot loops, resumed from many sites.
def count(n):
    i = 0
    while i < n:
        got = yield i
        i += got or 1


print(sum(count(3000)), list(count(5)))
g = count(100)
print(next(g), [g.send(k) for k in (10, None, 20.5, 1)])


def make():
    n = 0

    def inc(k=1):
        nonlocal n
        n += k
        return n
    return inc


incs = [make() for _ in range(3)]
for i in range(300):
    incs[i % 3](i % 4)
print([f(0) for f in incs])
incs[0](0.5)
print(incs[0]())
try:
    incs[1]('x')
except TypeError as e:
    print(e)
print(incs[1]())


def mixed(items):
    for x in items:
        try:
            if x % 3 == 0:
                raise ValueError(x)
            if x % 3 == 1:
                yield x
                continue
            yield from (x, -x)
        except ValueError as e:
            yield f'error {e}'
        except TypeError:
            return 'type'
        finally:
            total[0] += 1


total = [0]
print(list(mixed(range(8))), total)
print(list(mixed([1, 'x', 2])), total)
gens = [count(i) for i in range(20)]
out = []
while gens:
    gens = [g for g in gens if (v := next(g, None)) is not None and (out.append(v) or True)]
print(len(out), out[-5:])


def deep(n): return (lambda: deep(n - 1)() + 1) if n else (lambda: 0)


print(deep(50)())
acc = []
for i in range(100):
    fns = [lambda x, i=i: x + i, lambda x: x + i]
    acc.append(fns[i % 2](1))
print(sum(acc), acc[-2:])
def exceptions_hot(n):
    caught = 0
    for i in range(n):
        try:
            if i & 1: raise KeyError(i)
            [][i]
        except LookupError as e:
            caught += isinstance(e, KeyError)
    return caught
print(exceptions_hot(500))
