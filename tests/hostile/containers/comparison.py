# Comparing containers nested a hundred thousand deep
import collections
def nest(make, depth=100000):
    value = make(None)
    for _ in range(depth): value = make(value)
    return value
def attempt(name, function):
    try:
        function()
        print(name, "ended")
    except RecursionError:
        print(name, "ended")
for name, make in [("list", lambda v: [v]), ("tuple", lambda v: (v,)), ("dict", lambda v: {1: v}), ("deque", lambda v: collections.deque([v])), ("mixed", lambda v: [({1: v},)])]:
    a, b = nest(make), nest(make)
    attempt(name + " ==", lambda: a == b)
    attempt(name + " !=", lambda: a != b)
    attempt(name + " self", lambda: a == a)
    if "dict" != name:
        attempt(name + " <", lambda: a < b)
        attempt(name + " in", lambda: a in [b])
        attempt(name + " index", lambda: [b].index(a))
    attempt(name + " count", lambda: [a, b].count(b))
    attempt(name + " sorted", lambda: sorted([a, b]) if name != "dict" else None)
    del a, b
print("destroyed")
