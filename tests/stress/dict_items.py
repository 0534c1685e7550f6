# One dict that several threads fill, read, empty and iterate by instructions and by methods.
from harness import done, race, rounds, scaled

WRITERS = 3
NAMES = ["alpha", "beta", "gamma", "delta", 1, 2, 3, ("one", "two"), 2.5, None]


def one_round(random):
    count = scaled(4000)
    shared = {name: (0, 0) for name in NAMES}
    grown = {}
    once = {}
    winners = [0] * WRITERS
    popped = [[] for _ in range(WRITERS)]
    emptied = {}

    def write(owner):
        def run():
            won = 0
            mine = popped[owner]
            for number in range(count):
                item = (owner, number)
                shared[NAMES[number % len(NAMES)]] = item
                shared["alpha"] = item
                grown[item] = item
                if once.setdefault(number, owner) == owner:
                    won += 1
                emptied[owner * count + number] = item
                if number & 1:
                    try:
                        mine.append(emptied.popitem())
                    except KeyError:
                        # Others have taken all that were there.
                        pass
                key = owner * count + number
                back = emptied.pop(key, None)
                if back is not None:
                    assert back == item
                    mine.append((key, back))
            winners[owner] = won
        return run

    def read():
        for name in NAMES:
            owner, number = shared[name]
            assert 0 <= owner < WRITERS and 0 <= number < count
        assert len(shared) == len(NAMES)
        for name in shared:
            owner, number = shared[name]
        for name, (owner, number) in shared.items():
            assert name in NAMES
        try:
            for key in grown:
                assert grown[key] is key
            for key, value in grown.items():
                assert key is value
            for value in reversed(grown.values()):
                assert type(value) is tuple
        except RuntimeError as error:
            assert "dictionary" in str(error), error
        copy = dict(shared)
        assert list(copy) == NAMES
        copy = grown.copy()
        for key, value in copy.items():
            assert key == value
        both = shared | copy
        assert len(both) == len(NAMES) + len(copy)
        assert grown.get("nothing", 5) == 5 and "nothing" not in grown
        try:
            grown["nothing"]
        except KeyError:
            pass
        list(grown)
        list(emptied.items())

    race([write(owner) for owner in range(WRITERS)], [read, read])
    assert list(shared) == NAMES
    assert len(grown) == WRITERS * count == len(list(grown))
    for owner in range(WRITERS):
        assert [number for who, number in grown if who == owner] == list(range(count))
    assert sum(winners) == count == len(once)
    taken = sum(popped, []) + list(emptied.items())
    assert sorted(taken) == [(who * count + number, (who, number)) for who in range(WRITERS) for number in range(count)]
    emptied.clear()


for random in rounds():
    one_round(random)
done()
