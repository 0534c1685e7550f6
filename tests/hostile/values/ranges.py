# Huge ranges, slices and indices

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


r = range(10**30)
print(r[10**29], 10**29 in r, r.index(5), r[-1], r[::10**29], range(0, 10**30, 10**29)[3], range(-10**30, 10**30)[0], range(10**30) == range(10**30), hash(r) == hash(range(10**30)))
show(len, r); show(list, range(10**12)) if False else None
show(r.index, -1); show(lambda: r[10**31]); show(lambda: [1][10**30]); show(lambda: [1][-10**30]); show(lambda: "abc"[10**30:]); show(lambda: "abc"[-10**30:10**30]); show(lambda: [1, 2, 3][::10**30]); show(lambda: (1, 2)[::-10**30]); show(slice(10**30, -10**30, -1).indices, 10**20); show(lambda: "abc".find("c", -10**30, 10**30)); show(lambda: [1].insert(10**30, 2)); show(lambda: [1].pop(10**30)); show(lambda: "a,b".split(",", 10**30)); show(lambda: "aaa".replace("a", "b", 10**30)); show(lambda: (1).to_bytes(10**30)); show(lambda: chr(10**30)); show(lambda: bytes([10**30])); show(lambda: "x" * -10**30); show(lambda: [1] * -10**30); show(lambda: round(1.5, 10**30)); show(lambda: 1.5 .__round__(-10**30)); show(lambda: iter(range(10**30)).__length_hint__()); show(lambda: sum(range(10**20, 10**20 + 3))); show(lambda: max(range(10**30)[:3])); show(lambda: next(reversed(range(10**40)))); show(lambda: enumerate([1], 10**30).__next__()); show(lambda: __import__("itertools").islice([], 10**30)); show(lambda: __import__("time").sleep(10**30)); show(lambda: __import__("sys").setrecursionlimit(10**30)); show(lambda: hash(float(10**300))); show(lambda: int(1e308) % 1000); show(lambda: [].__setitem__(10**30, 1)); show(lambda: bytearray(5).__setitem__(0, 10**30))
