# list.sort and sorted: stability, key, reverse, errors

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


data = [("b", 2), ("a", 1), ("c", 2), ("d", 1), ("e", 3)]
print(sorted(data, key=lambda p: p[1]), sorted(data, key=lambda p: p[1], reverse=True), sorted(data, reverse=True)[0], sorted(data, key=None))
print(sorted([3, 1, 2]), sorted("banana"), sorted({3: 1, 1: 2}), sorted([True, 0, 2.5, -1]), sorted([[2], [1, 5], []]), sorted(["b", "A", "a"], key=str.lower), sorted([-3, 2, -1], key=abs), sorted(range(5), reverse=1), sorted((x for x in "cab"), key=ord))
show(sorted, [1, "a"]); show(sorted, ["a", 1]); show(sorted, [1, None]); show(sorted, 5); show(sorted, [1], lambda x: x); show(sorted, [1, 2], key=5); show(sorted, [1, 2], key=lambda: 1); show(sorted, [2, 1], reverse="x"); show(sorted, [2, 1], reverse=[]); show(sorted, [1j, 2j]); show(sorted, [{}, {}]); show(sorted); show(sorted, [1], cmp=1); show(sorted, iterable=[1]); show(sorted, [2, 1], reverse=None)
l = [5, 2, 8]
print(l.sort(), l, l.sort(key=lambda x: -x), l, l.sort(reverse=True), l)
class OnlyLt:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return self.n < other.n
    def __repr__(self): return f"O{self.n}"
print(sorted([OnlyLt(3), OnlyLt(1), OnlyLt(2)]), max([OnlyLt(1), OnlyLt(2)], key=lambda o: o.n))
big = [(i * 7919) % 1009 for i in range(3000)]
s = sorted(big)
print(all(s[i] <= s[i + 1] for i in range(len(s) - 1)), s[0], s[-1], s[1500], sorted(s) == s, sorted(s, reverse=True) == s[::-1], sorted(big, key=lambda x: -x) == s[::-1])
pairs = sorted(((x % 10, i) for i, x in enumerate(big)), key=lambda p: p[0])
print(all(a < b for a, b in zip(pairs, pairs[1:])))
pairs = sorted(((x % 10, i) for i, x in enumerate(big)), key=lambda p: p[0], reverse=True)
print(all(a[0] > b[0] or (a[0] == b[0] and a[1] < b[1]) for a, b in zip(pairs, pairs[1:])))
def raising(x):
    if x == 3: raise ValueError("key failed")
    return x
l = [1, 2, 3, 4]
show(l.sort, key=raising)
print(l)
