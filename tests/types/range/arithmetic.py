# Ranges as sequences: slices of slices, membership arithmetic, comparison, reversal
ranges = [range(0), range(10), range(2, 20, 3), range(20, 2, -3), range(-5, 5), range(5, -5, -1), range(0, 1, 5), range(10**20, 10**20 + 50, 7)]
for r in ranges:
    l = list(r)
    assert len(r) == len(l) and list(reversed(r)) == l[::-1] and [r[i] for i in range(len(r))] == l and [r[-i - 1] for i in range(len(r))] == l[::-1]
    for start in (None, -3, -1, 0, 1, 2, 100):
        for stop in (None, -2, 0, 3, 100):
            for step in (None, 1, 2, -1, -2, 7):
                assert list(r[start:stop:step]) == l[start:stop:step]
    for x in range(-10, 25): assert (x in r) == (x in l) and r.count(x) == l.count(x) and (x not in r or r.index(x) == l.index(x))
    assert all(r == range(*args) for args in [(r.start, r.stop, r.step)]) and hash(r) == hash(range(r.start, r.stop, r.step)) and bool(r) == bool(l)
    print(r, len(r), sum(r), min(r, default=None), max(r, default=None))
print([a == b for a in ranges[:3] for b in (range(0), range(10), range(2, 19, 3))], range(0, 10, 3) == range(0, 12, 3), range(1, 1) == range(2, 2, -1))
print(list(range(3)) + list(range(3, 0, -1)), [*range(2), *range(2)], {**dict.fromkeys(range(2), 0)}, tuple(range(1, 4)), set(range(4)), dict(zip(range(3), range(3, 6))), sum(range(1, 101)), [i for i in range(20) if i % 7 == 0], [range(i) for i in range(3)])
class Sub(int): pass
r = range(Sub(1), Sub(5), Sub(2))
print(r, type(r.start).__name__, [type(i).__name__ for i in r], r[0])
