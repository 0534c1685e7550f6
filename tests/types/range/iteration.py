# Iterating over ranges at the edges of machine integers
for r in (range(2**62 - 2, 2**62 + 2), range(-(2**62) + 1, -(2**62) - 3, -1), range(2**63 - 2, 2**63 + 1), range(2**64, 2**64 + 2), range(-(2**63) - 1, -(2**63) + 2), range(0, 2**63, 2**62), range(2**63 - 1, -(2**63), -(2**62))):
    print(list(r), len(r), list(reversed(r))[:3])
it = iter(range(5))
print(next(it), it.__length_hint__(), list(it), list(it), it.__length_hint__())
total = 0
for i in range(1000):
    if i % 2: continue
    if i > 500: break
    total += i
else:
    print("never")
print(total, i)
for i in range(3):
    print(i, end=" ")
    i = 10
print(i)
for i in range(0):
    pass
print(i)
r = range(3)
print([(a, b) for a in r for b in r if a != b], list(zip(r, r)), [*r, *r], dict.fromkeys(r))
a, b, c = r
print(a, b, c)
it = iter(range(10, 0, -3))
print([next(it, None) for _ in range(6)])
it = iter(range(10**20, 10**20 + 3))
print(next(it), it.__length_hint__(), list(it))
n = 3
for i in range(n):
    n = 10
print(i, n, list(enumerate(range(3, 6), 1)), sum(range(10**5)), all(range(1, 5)), any(range(1)))
