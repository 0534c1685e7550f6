# Iterators stacked a hundred thousand high
# by hand
import itertools
def tower(name, wrap, depth=100000):
    it = iter([1, 2, 3])
    for _ in range(depth): it = wrap(it)
    try:
        next(it)
    except (RecursionError, StopIteration):
        pass
    print(name, "ended")
    del it
    print(name, "destroyed")
tower("map", lambda it: map(abs, it)); tower("filter", lambda it: filter(None, it)); tower("zip", zip); tower("enumerate", enumerate); tower("islice", lambda it: itertools.islice(it, 3)); tower("takewhile", lambda it: itertools.takewhile(bool, it)); tower("accumulate", itertools.accumulate); tower("pairwise", itertools.pairwise); tower("chain", lambda it: itertools.chain(it)); tower("generator", lambda it: (x for x in it))
def delegate(it): yield from it
tower("yield from", delegate)
def loop(it):
    for x in it: yield x
tower("for and yield", loop)
import functools
p = print
for _ in range(1000): p = functools.partial(p)
print(p.args)
f = lambda: 5
for _ in range(100000): f = (lambda g: lambda: g())(f)
try:
    f()
except RecursionError:
    print("RecursionError")
del f
print("destroyed")
