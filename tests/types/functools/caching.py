# cache, lru_cache, cached_property
import functools

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


calls = []
@functools.lru_cache(maxsize=2)
def f(x, y=0):
    "doc of f"
    calls.append((x, y))
    return x + y
print(f(1), f(1), f(2), f(3), f(1), calls, f.cache_info(), f.__name__, f.__doc__, f.__wrapped__(5), f.cache_parameters())
f.cache_clear()
print(f.cache_info(), f(1, y=2), f(1, 2), f(x=1, y=2), f(y=2, x=1), f.cache_info())
show(f, []); show(f); show(functools.lru_cache, 5.5); show(functools.lru_cache, "x"); show(f, 1, z=3)
@functools.cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
@functools.lru_cache
def plain(x): return x * 2
print(plain(2), plain(2.0), plain(True), plain(1), plain.cache_info())
@functools.lru_cache(typed=True)
def typed(x): return type(x).__name__
print(typed(1), typed(1.0), typed(True), typed.cache_info())
@functools.lru_cache(maxsize=0)
def none(x): calls.append(x); return x
calls.clear()
print(none(1), none(1), calls, none.cache_info())
@functools.lru_cache(maxsize=None)
def raising(x): calls.append(x); raise ValueError(x)
show(raising, 1); show(raising, 1); print(calls, raising.cache_info())
@functools.lru_cache(maxsize=-5)
def negative(x): return x
print(negative(1), negative.cache_info())
class C:
    def __init__(self): self.n = 0
    @functools.cached_property
    def value(self):
        "doc"
        self.n += 1
        return self.n
    @functools.lru_cache
    def method(self, x): self.n += 10; return self.n
c = C()
print(c.value, c.value, c.n, c.__dict__["value"], C.value.__doc__, c.method(1), c.method(1))
del c.value
print(c.value)
c.value = "set"
print(c.value)
class Slots:
    __slots__ = ()
    @functools.cached_property
    def v(self): return 1
show(lambda: Slots().v)
class Eq:
    def __hash__(self): return 1
    def __eq__(self, o): calls.append("eq"); return True
calls.clear()
print(plain.__wrapped__(3), typed(Eq()), typed(Eq()), calls)
