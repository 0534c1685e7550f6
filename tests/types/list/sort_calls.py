# The comparisons and key calls that sorting makes
calls = []
class K:
    def __init__(self, n): self.n = n
    def __lt__(self, other):
        calls.append((self.n, other.n))
        return self.n < other.n
for data in ([1, 2, 3, 4], [4, 3, 2, 1], [2, 1], [1], [], [1, 1, 1], [3, 1, 2]):
    calls.clear()
    result = sorted(map(K, data))
    print([k.n for k in result], calls)
keys = []
print(sorted([3, 1, 2], key=lambda x: keys.append(x) or -x), keys)
calls.clear()
print([k.n for k in sorted(map(K, [1, 2, 3]), reverse=True)], calls)
calls.clear()
print(max(map(K, [1, 3, 2]), key=lambda k: k.n).n, min(K(2), K(1)).n, calls)
class G:
    def __init__(self, n): self.n = n
    def __gt__(self, other):
        return self.n > other.n
print([g.n for g in sorted([G(3), G(1), G(2)])])
class Bad:
    def __lt__(self, other): return NotImplemented
try:
    sorted([Bad(), Bad()])
except TypeError as error:
    print(error)
class Truthy:
    def __lt__(self, other): return "non-empty"
print(len(sorted([Truthy(), Truthy(), Truthy()])))
class Failing:
    def __lt__(self, other): raise KeyError("lt")
try:
    [Failing(), Failing()].sort()
except KeyError as error:
    print(repr(error))
