# Functions and keys that use the cache in the middle of a call.
from functools import lru_cache, cache

for size in (None, 3, 1, 0):
    @lru_cache(size)
    def fib(n):
        return n if n < 2 else fib(n - 1) + fib(n - 2)
    print(size, fib(12), fib.cache_info())

for size in (None, 2):
    # The function puts its own result in first: with a limit that one stays.
    depth = 0
    @lru_cache(size)
    def twice(n):
        global depth
        depth += 1
        mine = depth
        if mine == 1:
            twice(n)
        return mine
    print(twice(1), twice(1), twice.cache_info())

    @lru_cache(size)
    def clears(n):
        clears.cache_clear()
        return [n]
    print(clears(1), clears.cache_info(), clears(1), clears.cache_info(), clears(2), clears.cache_info())

    @lru_cache(size)
    def raises(n):
        if n > 1:
            raise ValueError(n)
        return n
    for n in (1, 2, 2, 1):
        try:
            print(raises(n))
        except ValueError as error:
            print("ValueError", error)
    print(raises.cache_info())

    # Keys whose comparison does things.
    class Key:
        action = None
        count = 0
        def __init__(self, name):
            self.name = name
        def __hash__(self):
            return 7
        def __eq__(self, other):
            Key.count += 1
            if Key.action:
                action, Key.action = Key.action, None
                action()
            return isinstance(other, Key) and self.name == other.name
        def __repr__(self):
            return self.name
    @lru_cache(size)
    def f(key):
        return key.name
    a, b, c = Key("a"), Key("b"), Key("c")
    print(f(a), f(b), f(a), f(Key("a")), f(Key("b")), f.cache_info(), Key.count)
    Key.action = f.cache_clear
    print(f(Key("a")), f.cache_info())
    f(b)
    Key.action = lambda: f(c)
    print(f(Key("a")), f.cache_info().currsize)
    def fails():
        raise KeyError("compared")
    f.cache_clear()
    f(a)
    Key.action = fails
    try:
        f(Key("b"))
    except KeyError as error:
        print("KeyError", error, f.cache_info())
    class BadHash:
        def __hash__(self):
            f.cache_clear()
            raise OSError("hashed")
    try:
        f(BadHash())
    except OSError as error:
        print("OSError", error, f.cache_info())

# What is forgotten may use the cache while it dies.
class Noisy:
    def __init__(self, n):
        self.n = n
    def __del__(self):
        dead.append((self.n, f.cache_info().currsize))
        f(100 + self.n)
dead = []
@lru_cache(2)
def f(n):
    return Noisy(n) if n < 100 else n
for n in range(5):
    f(n)
print(dead, f.cache_info())
f.cache_clear()
print(dead, f.cache_info())
