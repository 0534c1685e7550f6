# Sorting more items than are sorted in one go: order, stability, both directions.
def numbers(n):
    seed = 42
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        yield seed

def is_sorted(items, reverse=False):
    pairs = zip(items[1:], items) if reverse else zip(items, items[1:])
    return all(a <= b for a, b in pairs)

n = 36000
ints = list(numbers(n))
kinds = {
    "ints": ints,
    "few ints": [i % 100 for i in ints],
    "big ints": [i << 70 for i in ints[:5000]],
    "floats": [i / 7 for i in ints],
    "texts": ["text %d" % i for i in ints],
    "equal beginnings": ["the same beginning %d" % (i % 1000) for i in ints],
    "sorted": list(range(n)),
    "falling": list(range(n, 0, -1)),
    "halves": list(range(0, n, 2)) + list(range(1, n, 2)),
    "zeros": [0.0, -0.0] * (n // 2),
}
for name, items in kinds.items():
    for reverse in (False, True):
        made = sorted(items, reverse=reverse)
        print(name, len(made), is_sorted(made, reverse), made[0], made[-1], made[len(made) // 3])
        places = sorted(range(len(items)), key=items.__getitem__, reverse=reverse)
        stable = all(items[a] != items[b] or a < b for a, b in zip(places, places[1:]))
        print(stable, [items[place] for place in places] == made)
print([str(x) for x in sorted([0.0, -0.0] * 40000)[:4]], [str(x) for x in sorted([0.0, -0.0] * 40000, reverse=True)[:4]])
