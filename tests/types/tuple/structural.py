# Tuples as records: comparison chains, sorting, hashing, nested unpacking, star expressions
records = [("b", 2, (1, 2)), ("a", 2, (1,)), ("b", 1, ()), ("a", 2, (1, 0))]
print(sorted(records), max(records), min(records), sorted(records, key=lambda r: (r[1], r[0])), records.index(("b", 1, ())), ("a", 2, (1,)) in records)
groups = {}
for name, n, rest in records: groups.setdefault((name, n), []).append(rest)
print(groups, groups[("a", 2)], ("a", 2.0) in groups, (("a", 2),) in groups)
(a, (b, *c)), *d = (1, (2, 3, 4)), 5, 6
print(a, b, c, d)
head, *middle, tail = (1, 2)
print(head, middle, tail)
t = 1, 2, 3
x, y, z = t
(x, y), z = (y, x), z + 1
print(x, y, z, (*t, *t[::-1]), (0, *t), t + (4,) + t[:1], t * 2, t[1:] + t[:1])
def f(): return 1, *t, (2,)
def g():
    yield 1, 2
    yield *t, 9
print(f(), list(g()), [p for p in ((1, 2), (3, 4))], [a + b for a, b in zip(t, t[1:])], dict([(1, 2), (3, 4)]), {(i, j): i * j for i in range(2) for j in range(2)})
print((1, 2) == (1, 2, 3)[:2], (1, 2) < (1, 2, -1), ((1, 2), 3) < ((1, 3), 0), (1,) != (1.0,), () == (), not (), (0,) and "yes", hash((1, 2)) == hash((True, 2.0)), {(1, 2): "x"}[1.0, 2])
for i, (a, b) in enumerate([(1, 2), (3, 4)]): print(i, a, b, end=" ")
for a, *b in ["xyz", (1,), range(3)]: print(a, b, end=" ")
print()
swap = [3, 1, 2]
swap[0], swap[1], swap[2] = swap[2], swap[0], swap[1]
i = 0
i, swap[i] = 2, "i was new"
print(swap, i)
