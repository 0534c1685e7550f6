# The collector beside threads that build, change and drop cycles; low thresholds; everything that it may be asked.
import gc
import weakref
from harness import done, race, rounds, scaled, settle


class Node:
    dead = []

    def __init__(self, key):
        self.key = key
        self.edges = []

    def __del__(self):
        Node.dead.append(self.key)


def one_round(random):
    count = scaled(120)
    Node.dead.clear()
    shared = [Node((-1, number)) for number in range(6)]
    kept = shared[:]
    thresholds = gc.get_threshold()

    def build(owner):
        def run():
            for number in range(count):
                first, second = Node((owner, 2 * number)), Node((owner, 2 * number + 1))
                first.edges.append(second)
                second.edges.append(first)
                first.table = {"second": second, 1: (first, [second])}
                second.function = lambda first=first: (first, second)
                # Edges between what threads made, in both directions.
                other = shared[number % 6]
                other.edges.append(first)
                second.edges.append(other)
                shared[(number + owner) % 6] = second
                if len(other.edges) > 4:
                    other.edges.clear()
                del first, second, other
        return run

    def collect():
        gc.collect()
        gc.collect(0)
        gc.collect(1)

    def inspect():
        assert gc.isenabled()
        assert len(gc.get_count()) == 3
        for thing in gc.get_referents(shared):
            assert type(thing) is Node
        for node in shared:
            assert gc.is_tracked(node) and not gc.is_finalized(node)
            assert type(node.key) is tuple
            for edge in node.edges:
                assert type(edge) is Node
        gc.get_stats()

    def look_everywhere():
        found = 0
        for thing in gc.get_objects():
            if type(thing) is Node:
                found += 1
        assert found
        del thing
        node = shared[0]
        assert any(referrer is shared for referrer in gc.get_referrers(node)) or node is not shared[0]

    def tune():
        for limit in (5, 50, 500, 20):
            gc.set_threshold(limit, 2, 2)
        gc.freeze()
        gc.unfreeze()

    try:
        race([build(owner) for owner in range(3)], [collect, inspect, tune])
        race([build(owner) for owner in range(3, 5)], [look_everywhere])
    finally:
        gc.set_threshold(*thresholds)
    for node in kept + shared:
        node.edges.clear()
        vars(node).clear()
        node.key = (-2, 0)
    alive = {id(node) for node in kept + shared}
    weak = [weakref.ref(node) for node in kept + shared]
    del node
    kept.clear()
    shared.clear()
    # The keys of those that were alive at the end are the same, so their count tells.
    settle(lambda: len(Node.dead) == 6 + 5 * 2 * count)
    assert all(reference() is None for reference in weak)
    dead = [key for key in Node.dead if key != (-2, 0)]
    assert len(dead) == len(set(dead))
    assert len(Node.dead) - len(dead) == len(alive)


for random in rounds():
    one_round(random)
done()
