# Cached functions that call themselves recurse as deeply as others, and RecursionError ends what goes further.
import sys
from functools import cache, lru_cache

@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(900) % 10**9)

@lru_cache(8, typed=True)
def down(n, *, by=1):
    return 0 if n <= 0 else 1 + down(n - by, by=by)
print(down(900))

class Tree:
    def __init__(self, child):
        self.child = child
    @lru_cache(None)
    def depth(self):
        return 1 + self.child.depth() if self.child else 1
tree = None
for _ in range(900):
    tree = Tree(tree)
print(tree.depth())

@cache
def endless(n):
    return endless(n + 1)
for limit in (1000, 10**6):
    sys.setrecursionlimit(limit)
    for function, arguments in (endless, (0,)), (down, (10**9,)):
        try:
            function(*arguments)
        except RecursionError:
            print("RecursionError")
    print(endless.cache_info().currsize)
