# Loops over range with all kinds of steps, bounds and rebinding.
def collect(*args):
    return [i for i in range(*args)]


print(collect(5), collect(2, 5), collect(5, 2), collect(0, 10, 3), collect(10, 0, -3), collect(0, -5, -1))
print(collect(2**62 - 2, 2**62 + 1), collect(2**64, 2**64 + 3), collect(-2**64, -2**64 - 4, -2))
total = 0
for i in range(1000):
    total += i
print(total)
for i in range(3):
    for i in range(2):
        pass
    print(i, end=' ')
print()
n = 3
for i in range(n):
    n = 10
    print(i, n, end=' ')
print()
r = range(0, 10, 2)
print(r, len(r), r[1], r[-1], r[1:3], 4 in r, 5 in r, r.index(6), list(reversed(r)))
for bad in [(1, 2, 0), (1.5,), ('a',), (), (1, 2, 3, 4), (None,)]:
    try:
        range(*bad)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class Idx:
    def __index__(self):
        return 3


print(list(range(Idx())))
it = iter(range(3))
print(next(it), list(it), list(it))
for i in range(True): print(i)
s = 0
for a in range(10):
    for b in range(a, 10):
        if b % 3 == 0:
            continue
        if a * b > 40:
            break
        s += a * b
print(s)
x = range(10**20, 10**20 + 5)
print(len(x), x[2], list(x)[-1])
try:
    len(range(2**70))
except OverflowError as e:
    print(e)
