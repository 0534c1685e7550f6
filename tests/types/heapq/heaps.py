# Heaps of all kinds of items: the layout of the list after each operation, and which items are compared in which order.
import heapq
import random
from heapq import _heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush, heappushpop, heapreplace, merge, nlargest, nsmallest

random.seed(7)


class Logged:
    log = []

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Logged.log.append((self.n, other.n))
        return self.n < other.n

    def __repr__(self):
        return f"L{self.n}"


heap = []
for n in (5, 3, 8, 1, 9, 2, 7, 3):
    heappush(heap, Logged(n))
print(heap, Logged.log)
Logged.log.clear()
print(heapreplace(heap, Logged(4)), heappushpop(heap, Logged(0)), heappushpop(heap, Logged(6)), heap, Logged.log)
Logged.log.clear()
while heap:
    print(heappop(heap), end=" ")
print(Logged.log)
Logged.log.clear()
heap = [Logged(n) for n in (9, 8, 7, 6, 5, 4, 3, 2, 1, 0)]
print(heapify(heap), heap, Logged.log)
Logged.log.clear()
heap = [Logged(n) for n in range(9)]
print(_heapify_max(heap), heap, _heapreplace_max(heap, Logged(3)), heap, _heappop_max(heap), heap, Logged.log)

for items in (
    [random.randrange(50) for _ in range(40)],
    [random.random() for _ in range(40)],
    [(random.randrange(5), str(i)) for i in range(40)],
    [str(random.random()) for _ in range(40)],
    [random.choice([1, 2.5, True, 10**30, -(10**30)]) for _ in range(40)],
):
    heap = items[:]
    heapify(heap)
    assert all(not heap[i] < heap[(i - 1) // 2] for i in range(1, len(heap)))
    first = heap[:3]
    out = [heappop(heap) for _ in range(len(heap))]
    print(out == sorted(items), heap, first == out[:1] + first[1:])
    for item in items:
        heappush(heap, item)
    print([heappushpop(heap, item) for item in items[:10]] <= sorted(items), [heapreplace(heap, item) for item in items[:3]] == sorted(heap + items)[:0] or "replaced")
    _heapify_max(heap)
    print([_heappop_max(heap) for _ in range(len(heap))] == sorted(heap, reverse=True) or "max")

# Sizes around the levels of the tree, against sorting.
for n in list(range(20)) + [31, 32, 33, 3000]:
    items = [random.randrange(n + 1) for _ in range(n)]
    heapify(heap := items[:])
    assert [heappop(heap) for _ in range(n)] == sorted(items), n
print("sizes")

# A subclass of list is a heap by what it is, not by its methods.
class MyList(list):
    def append(self, item):
        print("append")

    def __getitem__(self, i):
        print("getitem")
        return super().__getitem__(i)

    def __len__(self):
        return 0


heap = MyList([3, 2, 1])
heapify(heap)
heappush(heap, 0)
print(heappop(heap), list(heap))


# What is wrong.
def fails(f, *args):
    try:
        print("no error", f(*args))
    except Exception as e:
        print(type(e).__name__, e)


for f in (heappop, heapify, _heappop_max, _heapify_max):
    fails(f, ())
    fails(f)
for f in (heappush, heapreplace, heappushpop, _heapreplace_max):
    fails(f, (), 1)
    fails(f, [])
fails(heappop, [])
fails(_heappop_max, [])
fails(heapreplace, [], 1)
fails(_heapreplace_max, [], 1)
fails(heappushpop, [], 1)
heap = [1, 2]
fails(heappush, heap, "x")
print(heap)
fails(heapify, [1, "x", 2])
fails(heappush, [], object())


# Items that change the list, raise, or have no truth, while they are compared.
class Changes:
    def __init__(self, change):
        self.change = change

    def __lt__(self, other):
        return self.change()


def with_changes(f, change, n=5):
    heap = []
    items = [Changes(lambda: change(heap)) for _ in range(n)]
    heap[:] = items
    try:
        f(heap)
        print("done", len(heap))
    except Exception as e:
        print(type(e).__name__, e, len(heap))


def raises(heap):
    raise KeyError("in a comparison")


class NoTruth:
    def __bool__(self):
        raise OSError("no truth")


for change in (lambda h: h.clear(), lambda h: h.append(1), lambda h: h.pop(), raises, lambda h: NoTruth(), lambda h: 1, lambda h: [], lambda h: h.reverse() or True):
    for f in (heapify, heappop, lambda h: heappush(h, Changes(lambda: change(h))), lambda h: heapreplace(h, 1), lambda h: heappushpop(h, 1)):
        with_changes(f, change)

# The rest of the module.
print(list(merge([1, 4, 7], [2, 5], [], [3, 6, 8, 9])), list(merge("ad", "bc", key=lambda c: -ord(c), reverse=True)))
print(list(merge([(1, "a"), (2, "a")], [(1, "b")], key=lambda p: p[0])), list(merge([3, 1], [2], reverse=True)), list(merge()))
words = "the quick brown fox jumps over the lazy dog".split()
for n in (-1, 0, 1, 2, 5, 100):
    print(nsmallest(n, words), nlargest(n, words), nsmallest(n, words, key=len), nlargest(n, words, len))
print(sorted(heapq.__all__), heapq.heappush.__name__, heapq.heappush.__module__)
