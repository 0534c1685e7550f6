# Destroying structures nested two hundred thousand deep
# by hand
import collections, functools, itertools
n = 200000
def build(name, make):
    value = None
    for _ in range(n): value = make(value)
    del value
    print(name, "destroyed")
class Node:
    def __init__(self, next): self.next = next
class Slots:
    __slots__ = ("next",)
    def __init__(self, next): self.next = next
def closure(v): return lambda: v
def generator(v): yield v
def started(v):
    g = generator(v)
    next(g)
    return g
build("list", lambda v: [v]); build("tuple", lambda v: (v,)); build("dict", lambda v: {1: v}); build("frozenset", lambda v: frozenset([v])); build("deque", lambda v: collections.deque([v])); build("instance", Node); build("slots", Slots); build("closure", closure); build("generator", started); build("method", lambda v: Node(v).__init__); build("iterator", lambda v: iter([v])); build("map", lambda v: map(v, [])); build("zip", lambda v: zip([v])); build("chain", lambda v: itertools.chain([v])); build("repeat", lambda v: itertools.repeat(v)); build("partial", lambda v: functools.partial(print, v)); build("slice", lambda v: slice(v)); build("property", lambda v: property(v)); build("classmethod", lambda v: classmethod(v)); build("staticmethod", lambda v: staticmethod(v)); build("default", lambda v: (lambda x=v: x)); build("exception", lambda v: ValueError(v)); build("OrderedDict", lambda v: collections.OrderedDict(a=v)); build("defaultdict", lambda v: collections.defaultdict(None, a=v)); build("enumerate", lambda v: enumerate([v])); build("reversed", lambda v: reversed([v])); build("cycle", lambda v: itertools.cycle([v])); build("mixed", lambda v: [(Node({1: v}),)])
error = None
for _ in range(n):
    new = ValueError()
    new.__context__ = error
    error = new
del error, new
print("contexts destroyed")
head = None
for _ in range(n):
    node = Node(head)
    if head: head.back = node
    head = node
del head, node
print("doubly linked list dropped")
