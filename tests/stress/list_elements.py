# One list whose elements several threads read, store, append, pop and iterate by instructions rather than by methods.
from harness import done, race, rounds, scaled

WRITERS = 3
FIXED = 16


class Item:
    def __init__(self, owner, number):
        self.owner = owner
        self.number = number


def check(item):
    assert type(item) is Item or type(item) is tuple or type(item) is int, item
    if type(item) is Item:
        assert 0 <= item.owner < WRITERS and item.number >= 0
    elif type(item) is tuple:
        assert len(item) == 2 and 0 <= item[0] < WRITERS


def one_round(random):
    count = scaled(4000)
    shared = [0] * FIXED
    grown = []
    popped = [[] for _ in range(WRITERS)]

    def write(owner):
        def run():
            mine = popped[owner]
            for number in range(count):
                place = (number * 7 + owner) % FIXED
                shared[place] = Item(owner, number)
                shared[-1 - place] = (owner, number)
                shared[place] = number
                a, b = shared[place], shared[(place + 1) % FIXED]
                shared[place], shared[(place + 1) % FIXED] = b, a
                grown.append((owner, number))
                if number % 3 == 0:
                    try:
                        mine.append(grown.pop())
                    except IndexError:
                        raise AssertionError("popped from an empty list")
                check(a)
                check(b)
        return run

    def read():
        for place in range(FIXED):
            check(shared[place])
            check(shared[-1 - place])
        for item in shared:
            check(item)
        for item in grown:
            check(item)
        first, *rest, last = shared
        check(first)
        check(last)
        for item in rest:
            check(item)
        assert len(shared) == FIXED
        for item in shared[2:9]:
            check(item)
        try:
            check(grown[-1])
            check(grown[len(grown) // 2])
        except IndexError:
            pass

    race([write(owner) for owner in range(WRITERS)], [read, read])
    assert len(shared) == FIXED
    all_items = grown + sum(popped, [])
    assert len(all_items) == WRITERS * count
    assert sorted(all_items) == [(owner, number) for owner in range(WRITERS) for number in range(count)]
    for owner in range(WRITERS):
        left = [number for who, number in grown if who == owner]
        assert left == sorted(left)


for random in rounds():
    one_round(random)
done()
