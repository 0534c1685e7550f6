# Cached functions as objects: attributes, binding, copies, pickles, weak references, cycles.
import copy, functools, gc, inspect, pickle, weakref
from functools import lru_cache

@lru_cache(maxsize=4)
def f(a, b=2):
    "What it does."
    return a + b
W = type(f)
print(W, W.__mro__, W.__module__, W.__qualname__)
print(sorted(name for name in W.__dict__ if name not in ("__doc__", "__weakref__")))
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__wrapped__(1), sorted(f.__dict__))
print(repr(f).startswith("<functools._lru_cache_wrapper object at 0x"), callable(f), hash(f) == hash(f), f == f)
print(inspect.signature(f), f.cache_parameters(), f.__defaults__ if hasattr(f, "__defaults__") else None)
f.extra = 1
print(f.extra, f.__dict__["extra"])
print(copy.copy(f) is f, copy.deepcopy(f) is f, copy.deepcopy([f])[0] is f)
print(f.__reduce__(), pickle.loads(pickle.dumps(f)) is f, [pickle.loads(pickle.dumps(f, p)) is f for p in range(6)])
gone = lru_cache(lambda: 1)
ref = weakref.ref(gone)
print(ref() is gone)
del gone
print(ref())

class C:
    def __init__(self, n):
        self.n = n
    @lru_cache(maxsize=None)
    def method(self, x):
        return self.n, x
    @classmethod
    @lru_cache
    def of_class(cls, x):
        return cls.__name__, x
    @staticmethod
    @lru_cache
    def static(x):
        return x
    @property
    @lru_cache(1)
    def computed(self):
        print("computing")
        return self.n
    __len__ = lru_cache(lambda self: 3)
class D(C): pass
c, d = C(1), D(2)
print(c.method(1), c.method(1), d.method(1), C.method(c, 1), C.method.cache_info(), c.method.cache_info())
print(C.method is C.__dict__["method"], c.method.__self__ is c, c.method.__func__ is C.method, c.method == c.method)
print(c.of_class(1), d.of_class(1), D.of_class(1), c.static(5), C.static(5), C.static.cache_info())
print(c.computed, c.computed, d.computed, c.computed, len(c), len(c), C.__len__.cache_info())
bound = c.method
print(bound(x=1), bound(1), C.method.cache_info())
print([c.method(x) for x in range(3)], list(map(c.method, range(3))), list(map(f, (1, 1))))

# A cycle through the results, and one through the attributes.
class Held:
    pass
@lru_cache
def keeps(held):
    return held
held = Held()
held.function = keeps
keeps(held)
dead = []
weakref.finalize(held, dead.append, "held")
del held, keeps
gc.collect()
print(dead)

def show(*args, **options):
    try:
        cached = W(*args, **options)
        print(cached("abc"), cached.cache_info())
    except Exception as error:
        print(type(error).__name__, error)
fields = lambda *fields: fields
show()
show(len)
show(len, 3)
show(1, 2, 3, 4)
show(len, "x", 0, fields)
show(len, 2.5, 0, fields)
show(len, 10**30, 0, fields)
show(len, -3, 0, fields)
show(len, True, 0, fields)
show(len, None, [], fields)
show(user_function=len, maxsize=2, typed=1, cache_info_type=fields)
class Index:
    def __index__(self):
        return 3
show(len, Index(), 0, fields)
show(len, 1, 0, int)
try:
    class Derived(W): pass
except TypeError as error:
    print(error)
for wrong in (lambda: W(len, 1, 0, fields).__reduce__(), lambda: lru_cache("x"), lambda: lru_cache(5)(7), lambda: lru_cache(Index())):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
for size in (True, None, 7, -7):
    print(lru_cache(size)(len).cache_parameters(), lru_cache(size, typed=True)(len).cache_info())
f.cache_info = 5
print(f.cache_info, W.cache_info(f))
f.__dict__ = {"a": 1}
print(f.a, f.__dict__, hasattr(f, "__wrapped__"), f(1))
