# One dict whose keys come and go, with string keys and without, cleared and refilled while others look them up and iterate.
from harness import done, race, rounds, scaled


class Key:
    """Keys that all fall into a few places, compared by code of the program."""

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return self.number % 3

    def __eq__(self, other):
        return type(other) is Key and self.number == other.number


def one_round(random):
    count = scaled(600)
    keys = ["k%d" % number for number in range(12)] + list(range(6)) + [Key(number) for number in range(6)]
    shared = {}

    def change(seed):
        import random
        draw = random.Random(seed).randrange

        def run():
            for _ in range(count):
                key = keys[draw(len(keys))]
                action = draw(10)
                try:
                    if action == 0:
                        shared.clear()
                    elif action < 4:
                        shared[key] = (key, "value")
                    elif action == 4:
                        del shared[key]
                    elif action == 5:
                        shared.update((other, (other, "value")) for other in keys[:10])
                    elif action == 6:
                        shared.popitem()
                    elif action == 7:
                        shared.pop(key)
                    elif action == 8:
                        shared.setdefault(key, (key, "value"))
                    else:
                        for other in keys:
                            shared[other] = (other, "value")
                except KeyError:
                    pass
        return run

    def read():
        for key in keys:
            try:
                found, word = shared[key]
                assert found == key and word == "value"
            except KeyError:
                pass
            value = shared.get(key)
            assert value is None or value[0] == key
            if key in shared:
                pass
        try:
            for key in shared:
                assert type(key) in (str, int, Key)
            for key, value in shared.items():
                assert value[0] == key
            for value in shared.values():
                assert value[1] == "value"
            assert shared.keys() & set(keys) <= set(keys)
        except RuntimeError as error:
            assert "dictionary" in str(error), error
        copy = shared.copy()
        assert all(value[0] == key for key, value in copy.items())

    race([change(random.random()) for _ in range(3)], [read, read])
    assert len(shared) == len(list(shared)) == len(shared.copy())
    assert all(value[0] == key for key, value in shared.items())
    for key in list(shared):
        del shared[key]
    assert not shared and list(shared) == []


for random in rounds():
    one_round(random)
done()
