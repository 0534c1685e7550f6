# Deep and wide structures that are dropped by a thread that did not make them.
import queue
import threading
from harness import done, race, rounds, scaled, settle

DEPTH = 3000


class Node:
    dead = []

    def __init__(self, next, number):
        self.next = next
        self.number = number
        self.data = [number]

    def __del__(self):
        Node.dead.append(self.number)


class Slotted:
    __slots__ = ("next", "number")

    def __init__(self, next, number):
        self.next = next
        self.number = number


def of_nodes(depth):
    last = None
    for number in range(depth):
        last = Node(last, number)
    return last


def of_slots(depth):
    last = None
    for number in range(depth):
        last = Slotted(last, number)
    return last


def of_lists(depth):
    last = []
    for number in range(depth):
        last = [last, number]
    return last


def of_tuples(depth):
    last = ()
    for number in range(depth):
        last = (number, last)
    return last


def of_dicts(depth):
    last = {}
    for number in range(depth):
        last = {"last": last, number: (number,)}
    return last


def of_closures(depth):
    last = None
    for number in range(depth):
        def last(inner=last, number=number):
            return inner, number
    return last


def of_generators(depth):
    def generate(inner):
        yield inner
        yield 1

    last = None
    for number in range(depth):
        last = generate(last)
        next(last)
    return last


def of_exceptions(depth):
    last = None
    for number in range(depth):
        error = ValueError(number)
        error.__context__ = last
        error.note = [last]
        last = error
    return last


def wide(depth):
    return [[number, str(number), {number: (number, [])}] for number in range(depth)]


MAKERS = [of_nodes, of_slots, of_lists, of_tuples, of_dicts, of_closures, of_generators, of_exceptions, wide]


def one_round(random):
    depth = scaled(DEPTH)
    Node.dead.clear()
    given = queue.SimpleQueue()
    places = [None] * 4

    def make():
        for maker in MAKERS:
            for_queue = maker(depth)
            given.put(for_queue)
            del for_queue
            places[0] = maker(depth)
            places[1] = (places[0], [places[0]])
        given.put(None)

    def drop():
        while (structure := given.get()) is not None:
            del structure

    def overwrite():
        for number in range(40):
            places[number % 4] = places[(number + 1) % 4]
            places[(number + 2) % 4] = number

    race([make, make, drop, drop], [overwrite])
    places.clear()
    settle(lambda: len(Node.dead) == 4 * depth)
    assert sorted(Node.dead) == [number for number in range(depth) for _ in range(4)]

    # The maker has ended before the structure is dropped.
    Node.dead.clear()
    for maker in MAKERS:
        box = []
        thread = threading.Thread(target=lambda: box.append(maker(depth)))
        thread.start()
        thread.join()
        thread = threading.Thread(target=box.clear)
        thread.start()
        thread.join()
        assert not box
    settle(lambda: len(Node.dead) == depth)


for random in rounds():
    one_round(random)
done()
