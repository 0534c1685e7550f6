# Loops of instructions that run beside other threads, and hardly anything else: without a lock, threads meet nowhere as often as here. They read what is
# written once in a while, hand objects on, and count references to what they share.
from time import sleep

from harness import SECONDS, done, race, rounds, scaled

WIDTH = 8
BIG = 1 << 70


class Box:
    def __init__(self, number):
        self.number = number
        self.next = None

    def add(self, amount):
        self.number = self.number + amount
        return self.number


class Slotted:
    __slots__ = ("number", "item")

    def __init__(self, number):
        self.number = number
        self.item = None


def numbers(count):
    for number in range(count):
        yield number


def written_now_and_then(count):
    """Two threads write to what all read, and to their own things in between."""
    elements = [0] * WIDTH
    table = {key: 0 for key in range(WIDTH)}
    words = {"a": 0, "b": 0}
    members = {0}
    box = Box(0)
    slotted = Slotted(0)
    cell = 0
    wide = (BIG, 0)

    def write(pause):
        def run():
            nonlocal cell, wide
            own = [0] * WIDTH
            for number in range(count):
                steps = 0
                while steps < pause:
                    own[steps % WIDTH] = (steps, own[0])[0]
                    steps = steps + 1
                place = number % WIDTH
                elements[place] = number
                table[place] = number
                words["a"] = number
                box.number = number
                slotted.item = (number, BIG + number)
                slotted.number = number
                members.add(number)
                if place == 0:
                    box.next = [number, Box(number)]
                cell = number
                wide = (BIG + number, number)
        return run

    def read():
        for turn in range(40 * count):
            place = turn % WIDTH
            high, low = wide
            found = [elements[place], table[place], words["a"], box.number, slotted.number, cell, low]
            if high < BIG or 0 not in members or len(elements) != WIDTH or words["b"]:
                raise AssertionError("a value that nobody wrote")
            following = box.next
            if following is not None:
                first, second = following
                if second.number != first:
                    raise AssertionError("a box of another list")
            item = slotted.item
            if item is not None:
                number, high = item
                if high != BIG + number:
                    raise AssertionError("two halves that do not belong together")
            for element in elements:
                found.append(element)
            for key in table:
                found.append(table.get(key, 0))
            for element in found:
                if element < 0 or element >= count:
                    raise AssertionError("an element that nobody wrote")

    race([write(1000), write(20000), read, read])
    assert box.number == slotted.number == cell == words["a"] == count - 1
    assert members == set(range(count)) and sorted(table) == list(range(WIDTH))


def handed_on(count):
    """Each thread changes what lay in a place, and puts something new there for whoever comes next."""

    def made(number):
        return [Box(number), [number, number], {"sum": number, number: number}, {number}, Slotted(number)]

    places = [made(number) for number in range(4)]

    def run(owner):
        def run():
            start = 0
            mine = places[owner]
            for turn in range(count):
                box, pair, table, members, slotted = mine
                for amount in range(1000):
                    box.number += 1
                    pair[start] = pair[start] + 1
                    pair.append(amount)
                    table["sum"] = table["sum"] + 1
                    table[amount % 10] = (amount, turn)
                    members.add(amount % 10)
                    slotted.number = slotted.number + amount
                    slotted.item = pair
                    box.next = [amount, turn]
                    box.add(len(table) + len(members))
                # Whoever else has got the same list shortens it too.
                while len(pair) > 20:
                    start += pair.pop() * 0
                place = (owner + turn) % 4
                mine = places[place]
                places[place] = made(turn)
        return run

    race([run(owner) for owner in range(4)])
    for box, pair, table, members, slotted in places:
        assert type(box) is Box and len(pair) >= 2 and table["sum"] >= 0 and members and type(slotted) is Slotted


def counted(count):
    """References to what all threads share come and go; functions, generators and closures are shared, what they make is not."""
    base = (1, 2.5, "text", BIG)
    shared = [Box(0), (1, 2), "words that are no name", [1, 2], {1: 2}, BIG + 1, base]

    def closure(amount):
        return base[0] + amount

    def default(first, second=base, *rest):
        return second[3] - first

    def work():
        box = Box(0)
        kept = [None] * WIDTH
        for turn in range(10 * count):
            box.add(1)
            closure(turn)
            default(turn)
            for index in range(7):
                thing = shared[index]
                again = thing
                kept[(turn + index) % WIDTH] = again
            pieces = [Box(turn), Slotted(turn), (turn, base), {turn: base}, "t" + base[2], 2.5 * turn, BIG + turn]
            for number in numbers(3):
                pieces.append(number)
            for piece in pieces:
                kept[turn % WIDTH] = piece
            table = pieces[3]
            if table[turn][2] != "text":
                raise AssertionError("another text")
        if box.number != 10 * count:
            raise AssertionError("calls were lost")

    race([work, work, work])
    assert type(shared[0]) is Box and shared[1] == (1, 2) and shared[3] == [1, 2] and shared[4] == {1: 2} and shared[5] == BIG + 1


def dropped_elsewhere(count):
    """Objects die in other threads than those that made them, while these make more, or wait; some are referred to from both sides until then."""
    shelves = [None] * 4
    steady = [(number, BIG + number) for number in range(WIDTH)]

    def make(owner):
        def run():
            for turn in range(count):
                things = []
                mine = []
                for number in range(200):
                    for thing in (Box(number), (number, BIG + number), [number], {number: turn}, "t" + "u" * (number % 3)):
                        things.append(thing)
                        mine.append(thing)
                shelves[owner] = things
                steady[turn % WIDTH] = (turn, BIG + turn)
                while len(mine) > 0:
                    mine.pop()
                if turn % 4 == 0:
                    sleep(0.001)
        return run

    def drop(owner):
        def run():
            kept = [None] * 16
            taken = []
            for turn in range(20 * count):
                things = shelves[owner]
                if things is not None:
                    shelves[owner] = None
                    while len(things) > 0:
                        thing = things.pop()
                        kept[len(things) % 16] = thing
                        if len(things) % 5 == 0:
                            # A box, which becomes this thread's own.
                            thing.number = turn
                            taken.append(thing)
                held = steady[turn % WIDTH]
                for _ in range(50):
                    number, high = held
                    if high != BIG + number:
                        raise AssertionError("two halves that do not belong together")
                    if len(taken) > 0:
                        taken.pop()
        return run

    race([make(0), make(1), drop(0), drop(1)])


for random in rounds():
    # Short loops are over before the threads have got into step.
    count = 60 if SECONDS else scaled(30)
    written_now_and_then(3 * count)
    handed_on(count)
    counted(5 * count)
    dropped_elsewhere(count)
done()
