# repr of containers nested a hundred thousand deep
import collections

def caught(name, function):
    try:
        function()
    except RecursionError:
        print(name, "RecursionError caught")
    else:
        print(name, "came back")


def nest(make, depth=100000):
    value = make(None)
    for _ in range(depth): value = make(value)
    return value
class Box:
    def __init__(self, inner): self.inner = inner
    def __repr__(self): return f"Box({self.inner!r})"
for name, make in [("list", lambda v: [v]), ("tuple", lambda v: (v,)), ("dict", lambda v: {1: v}), ("deque", lambda v: collections.deque([v])), ("mixed", lambda v: [({1: v},)]), ("frozenset", lambda v: frozenset([v])), ("OrderedDict", lambda v: collections.OrderedDict(a=v)), ("instance", Box), ("slice", lambda v: slice(v)), ("views", lambda v: {1: v}.values())]:
    value = nest(make)
    for function in (repr, str, ascii):
        caught(f"{name} {function.__name__}", lambda: function(value))
    caught(f"{name} format", lambda: f"{value}")
    caught(f"{name} percent", lambda: "%r" % (value,))
    caught(f"{name} print", lambda: print(value))
    del value
print("destroyed")
