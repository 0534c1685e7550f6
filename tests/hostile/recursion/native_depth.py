# Recursion through native frames reaches a useful depth
# by hand
import sys
sys.setrecursionlimit(100000)
class Eq:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return True if self.n == 0 else [Eq(self.n - 1)] == [Eq(other.n - 1)]
print([Eq(1500)] == [Eq(1500)])
def key(n): return 0 if n == 0 else sorted([n], key=lambda x: key(x - 1))[0]
print(key(1500))
def mapped(n): return 0 if n == 0 else list(map(mapped, [n - 1]))[0]
print(mapped(1500))
class Repr:
    def __init__(self, n): self.n = n
    def __repr__(self): return "x" if self.n == 0 else repr(Repr(self.n - 1))
print(repr(Repr(1500)))
class Hash:
    def __init__(self, n): self.n = n
    def __hash__(self): return 0 if self.n == 0 else hash((Hash(self.n - 1),))
print(isinstance(hash(Hash(1500)), int))
for endless in (lambda: key(10**9), lambda: mapped(10**9), lambda: repr(Repr(10**9)), lambda: hash(Hash(10**9)), lambda: [Eq(10**9)] == [Eq(10**9)]):
    try:
        endless()
    except RecursionError:
        print("RecursionError")
