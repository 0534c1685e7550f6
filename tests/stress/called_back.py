# Operations of collections that call code of the program, while other threads change the same collections.
import functools
import itertools
from harness import done, race, rounds, scaled


class Key:
    """Compared and hashed by code that other threads run beside."""

    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        mine = self.number
        for _ in range(2):
            mine += 0
        return type(other) is Key and mine == other.number

    def __lt__(self, other):
        return self.number < other.number

    def __hash__(self):
        return self.number & 3

    def __index__(self):
        return self.number % 5

    def __repr__(self):
        return "Key(%d)" % self.number


def one_round(random):
    count = scaled(60)
    items = [Key(number) for number in range(12)]
    table = {Key(number): Key(number) for number in range(12)}
    members = {Key(number) for number in range(12)}
    calls = []

    @functools.lru_cache(maxsize=8)
    def cached(number):
        calls.append(number)
        return (number, [number])

    @functools.cache
    def kept(key):
        return (key.number, key)

    def change(owner):
        def run():
            for number in range(count):
                key = Key((number * 5 + owner) % 16)
                try:
                    items.append(key)
                    items.remove(key)
                    items.insert(key, key)
                    items.pop(key)
                    table[key] = key
                    table.pop(Key(number % 16), None)
                    members.add(key)
                    members.discard(Key(number % 16))
                    if number % 10 == 0:
                        items[:] = [Key(other) for other in range(12)]
                        table.clear()
                        members.clear()
                        members.update(items)
                except (ValueError, IndexError, RuntimeError):
                    pass
        return run

    def read():
        try:
            sorted(items)
            sorted(table)
            max(items, key=lambda key: key.number, default=None)
            items.index(Key(5))
        except (ValueError, RuntimeError):
            pass
        try:
            items.sort(key=lambda key: -key.number)
        except ValueError as error:
            assert str(error) == "list modified during sort", error
        items.count(Key(3))
        Key(4) in items
        Key(4) in table
        Key(4) in members
        found = table.get(Key(7))
        assert found is None or found.number == 7
        try:
            items == items[:]
            table == dict(table)
            members == set(members)
            members | members
            repr(items)
            repr(table)
            repr(members)
            list(map(repr, items))
            list(filter(None, items))
            dict.fromkeys(items)
            {key: value for key, value in table.items() if key == value}
            any(key == Key(3) for key in items)
            list(itertools.groupby(items, lambda key: key.number % 2))
        except RuntimeError as error:
            assert "changed" in str(error) or "mutated" in str(error), error

    def call():
        for number in range(12):
            assert cached(number) == (number, [number])
            number_there, key = kept(Key(number))
            assert number_there == number == key.number
        assert cached.cache_info().currsize <= 8
        cached.cache_clear()
        functools.reduce(lambda left, right: left, items, None)

    race([change(owner) for owner in range(3)], [read, read, call])
    assert all(type(item) is Key and 0 <= item.number < 16 for item in items)
    assert all(type(key) is Key and key.number == value.number for key, value in table.items())
    # While code of the program compares keys, another thread may put an equal one in a place that was passed already: no mode rules that out.
    for keys in (members, table):
        numbers = [key.number for key in keys]
        assert len(numbers) == len(keys) and set(numbers) <= set(range(16))


for random in rounds():
    one_round(random)
done()
