# setrecursionlimit: deep script recursion works, and the limit is obeyed
import sys
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
print(depth(500))
def measure():
    count = 0
    def f():
        nonlocal count
        count += 1
        f()
    try:
        f()
    except RecursionError:
        return count
print(900 < measure() <= 1000)
sys.setrecursionlimit(200)
print(measure() <= 200)
sys.setrecursionlimit(5000)
print(4000 < measure() <= 5000)
sys.setrecursionlimit(100000)
print(depth(90000), 90000 < measure() <= 100000)
def generator(n):
    if n: yield from generator(n - 1)
    yield n
print(sum(1 for _ in generator(1000)))
class C:
    def method(self, n): return n if n == 0 else self.method(n - 1) + 1
    def __call__(self, n): return n if n == 0 else self(n - 1) + 1
print(C().method(50000), C()(500))
lam = lambda n: n and lam(n - 1)
print(lam(80000))
def exceptions(n):
    if n == 0: raise KeyError("bottom")
    try:
        exceptions(n - 1)
    finally:
        pass
try:
    exceptions(20000)
except KeyError as error:
    print(error)
for bad in (0, -5, 2**31, 2**70, 1.5, "x"):
    try:
        sys.setrecursionlimit(bad)
        print(bad, "accepted")
    except (ValueError, TypeError, OverflowError) as error:
        print(bad, type(error).__name__)
