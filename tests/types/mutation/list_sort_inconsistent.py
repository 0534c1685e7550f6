# Sorting with comparisons that contradict themselves keeps every item
import itertools
counter = itertools.count()
class Chaos:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return next(counter) * 2654435761 % 7 < 3
for size in (2, 3, 10, 33, 64, 65, 100, 500, 1000):
    items = [Chaos(i) for i in range(size)]
    items.sort()
    print(size, sorted(c.n for c in items) == list(range(size)))
class Always:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return True
items = [Always(i) for i in range(200)]
items.sort()
print(sorted(a.n for a in items) == list(range(200)))
items.sort(reverse=True)
print(sorted(a.n for a in items) == list(range(200)))
class Never(Always):
    def __lt__(self, other): return False
items = [Never(i) for i in range(200)]
items.sort()
print([a.n for a in items] == list(range(200)))
items.sort(reverse=True)
print([a.n for a in items] == list(range(200)))
nan = float("nan")
values = [3.0, nan, 1.0, nan, 2.0, 0.5, nan, 9.0] * 20
values.sort()
print(len(values), sum(1 for v in values if v != v), sorted(v for v in values if v == v) == sorted([3.0, 1.0, 2.0, 0.5, 9.0] * 20))
failing = [Chaos(i) for i in range(100)]
calls = 0
def lt(self, other):
    global calls
    calls += 1
    if calls == 150: raise KeyError("stop")
    return self.n < other.n
Chaos.__lt__ = lt
failing.reverse()
failing = failing[::2] + failing[1::2]
try:
    failing.sort()
    print("no failure")
except KeyError as error:
    print(error, sorted(c.n for c in failing) == list(range(100)))
