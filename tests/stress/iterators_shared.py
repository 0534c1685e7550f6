# Iterators that several threads advance: what they give was in the collection, and nothing else happens.
# How often an element comes is not promised without a lock: two threads may get the same one.
import itertools
from collections import deque
from harness import done, race, rounds, scaled


def one_round(random):
    count = scaled(1500)
    items = [(number, "item") for number in range(count)]
    members = set(items)
    table = dict.fromkeys(items, "value")

    def drain(source, check):
        mine = []

        def run():
            while True:
                try:
                    for element in source:
                        check(element)
                        mine.append(element)
                    return
                except (RuntimeError, ValueError) as error:
                    # Some of these run code of the program.
                    assert "already executing" in str(error), error
        return run

    def is_item(element):
        assert type(element) is tuple and element[1] == "item" and 0 <= element[0] < count

    def is_number(element):
        assert type(element) is int and 0 <= element <= 1 << 80

    def is_pair(element):
        first, second = element
        is_item(first)
        is_item(second)

    sources = [
        (iter(items), is_item),
        (reversed(items), is_item),
        (iter(tuple(items)), is_item),
        (iter(members), is_item),
        (iter(table), is_item),
        (iter(deque(items)), is_item),
        (iter(range(count)), is_number),
        (iter(range(1 << 70, (1 << 70) + count)), is_number),
        (iter(b"bytes" * count), is_number),
        (map(lambda item: item, items), is_item),
        (filter(lambda item: True, items), is_item),
        (itertools.chain(items[:10], items[10:], items), is_item),
        (itertools.islice(items, count), is_item),
        (itertools.islice(itertools.count(5), count), is_number),
        (itertools.islice(itertools.cycle(items), count), is_item),
        (itertools.repeat(items[0], count), is_item),
        (itertools.takewhile(lambda item: True, items), is_item),
        (itertools.accumulate(range(count)), is_number),
        (itertools.starmap(lambda *item: item, items), is_item),
        (itertools.product(items[:30], repeat=2), is_pair),
        (itertools.combinations(items[:30], 2), is_pair),
        (itertools.permutations(items[:30], 2), is_pair),
        (itertools.pairwise(items), is_pair),
        (zip(items, items), is_pair),
        (zip(items, reversed(items)), is_pair),
    ]
    for source, check in sources:
        race([drain(source, check) for _ in range(3)])

    numbered = enumerate(items)

    def count_up():
        for number, item in numbered:
            assert 0 <= number <= count
            is_item(item)

    race([count_up] * 3)
    text = "text\u00e9\u4e2d\U0001f600" * (count // 8)
    characters = set(text)

    def spell(source):
        def run():
            for character in source:
                assert character in characters
        return run

    for source in (iter(text), reversed(text)):
        race([spell(source)] * 3)
    first, second = itertools.tee(items)
    race([drain(first, is_item), drain(second, is_item)])


for random in rounds():
    one_round(random)
done()
