# What counts as the same arguments.
from functools import lru_cache, cache

@cache
def f(*args, **options):
    return args, options
class Str(str): pass
class Int(int): pass
print(f(1), f(1.0), f(True), f(Int(1)), f((1,)), f(((1,),)), f.cache_info())
f.cache_clear()
print(f("a"), f(Str("a")), f(("a",)), f(a=1), f("a", 1), f.cache_info())
f.cache_clear()
print(f(1, b=2, c=3), f(1, c=3, b=2), f(1, "b", 2, "c", 3), f(1, b=2.0, c=3), f.cache_info())
f.cache_clear()
print(f(), f(), f(None), f(-1), f(-2), f(2**70), f(2**70), f.cache_info())

@lru_cache(None, typed=True)
def g(*args, **options):
    return args, options
print(g(1), g(1.0), g(True), g(1, 2), g(1, 2.0), g(a=1), g(a=1.0), g(int), g(1, int), g.cache_info())
print(g("a"), g(Str("a")), g.cache_info())
for arguments, options in [(([],), {}), ((1, {}), {}), ((), {"a": []}), ((set(),), {})]:
    for function in f, g:
        try:
            function(*arguments, **options)
        except TypeError as error:
            print(error)
print(f.cache_info().misses, g.cache_info().misses)
# Extra positional arguments cannot imitate keywords.
@cache
def h(*args, **options):
    return len(args), len(options)
print(h("x", 1, x=1), h("x", 1, "x", 1), h(x=1), h("x", 1))
# Results are the same objects.
value = f(5)
print(f(5) is value, f(5.0) is not value)
