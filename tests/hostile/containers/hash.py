# Hashing tuples and frozensets nested a hundred thousand deep
def nest(make, depth=100000):
    value = make(0)
    for _ in range(depth): value = make(value)
    return value
def attempt(name, function):
    try:
        function()
        print(name, "ended")
    except RecursionError:
        print(name, "ended")
t = nest(lambda v: (v,))
attempt("tuple", lambda: hash(t))
attempt("key", lambda: {t: 1})
attempt("set", lambda: {t, 1})
attempt("lookup", lambda: t in {1: 2})
s = slice(t)
attempt("slice", lambda: hash(s))
r = nest(lambda v: (v, v), 60)
attempt("shared pairs", lambda: [r])
f = nest(lambda v: frozenset([v]), 1000)
attempt("frozenset", lambda: hash(f))
class H:
    def __init__(self, inner): self.inner = inner
    def __hash__(self): return hash(self.inner)
h = nest(H)
attempt("instances", lambda: hash(h))
del t, s, r, f, h
print("destroyed")
