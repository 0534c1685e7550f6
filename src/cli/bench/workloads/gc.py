# The collector beside many objects that live, while N threads compute and leave garbage.
#
# A pause is the time from the call of the collector, or from its word that it begins, until it has come to its end: threads that have to be stopped first
# are waited for in it.
import gc

objects = int(parameters["objects"])
busy = int(parameters["busy"])
# Objects of a piece of garbage.
SIZE = 10


class Node(object):
    def __init__(self, left, right):
        self.left = left
        self.right = right


def tree(count):
    """So many objects that live: nodes, and a list and a dict for every other one."""
    nodes = []
    for i in range(max(1, count // 4)):
        left = nodes[i // 2] if nodes else None
        nodes.append(Node(left, [left, {i: left}]))
        nodes.append(Node(nodes[-1], None))
    return nodes


def waste():
    """Objects that know each other, and that nobody else knows."""
    first = last = Node(None, None)
    for _ in range(SIZE - 1):
        last = Node(last, None)
    first.left = last


def lose(until):
    """Makes garbage, until the collector has come three times at least, if that is told. Returns how many objects."""
    n = 0
    while now() < until or (callbacks is not None and len(young) < 3):
        for _ in range(20):
            waste()
        n += 20 * SIZE
    return n


def compute(until):
    """Computes, and leaves garbage now and then."""
    n = 0
    while True:
        for _ in range(2000):
            pass
        waste()
        n += 1
        if now() >= until:
            return n


young = []
full = []
begun = {}


def told(phase, info):
    t = now()
    thread = threading.get_ident()
    if phase == "start":
        begun[thread] = t
    elif info["generation"] < 2 and thread in begun:
        young.append(t - begun[thread])


def collect(until):
    """Full collections, three at least."""
    while len(full) < 3 or now() < until:
        t = now()
        gc.collect()
        full.append(now() - t)
        waste()


def both(until):
    began = now()
    half = began + (until - began) / 2
    if callbacks is not None:
        callbacks.append(told)
    count = lose(half) / (now() - began)
    if callbacks is not None:
        callbacks.remove(told)
    collect(until)
    return count


gc.disable()
heap = tree(objects)
gc.enable()
gc.collect()
# Python 2 does not tell when it collects.
callbacks = getattr(gc, "callbacks", None)
results, took = together([both] + [compute] * busy)
if young:
    report("young", young)
report("full", full)
report("garbage", [results[0]])
