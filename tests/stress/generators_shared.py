# Generators that several threads resume, throw into, close and drop: the only error is that it runs already.
import queue
from harness import done, race, rounds, scaled, settle

closed = []


def numbers(count):
    try:
        for number in range(count):
            yield number
    finally:
        closed.append(count)


def echo():
    got = None
    while True:
        try:
            got = yield ("echo", got)
        except KeyError:
            got = "key error"


def delegating(count):
    yield from numbers(count)


class Slow:
    """An iterator in code of the program: one that is resumed twice at once keeps its own count."""

    def __init__(self, inner):
        self.inner = inner

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.inner)


def take(source, mine):
    """Every number that this thread gets, until there are no more."""
    while True:
        try:
            for number in source:
                mine.append(number)
            return
        except ValueError as error:
            assert str(error) == "generator already executing", error


def shared(count):
    for make in (numbers, delegating, lambda count: Slow(numbers(count)), lambda count: (n for n in numbers(count))):
        source = make(count)
        parts = [[], [], []]
        race([lambda part=part: take(source, part) for part in parts])
        got = sum(parts, [])
        # Whoever hears that the generator runs goes on, so none is lost; none comes twice.
        assert len(got) == len(set(got)) and set(got) <= set(range(count)), (len(got), count)
        for part in parts:
            assert part == sorted(part)
        del source


def sent(count):
    source = echo()
    next(source)

    def send(owner):
        def run():
            for number in range(count):
                try:
                    word, got = source.send((owner, number))
                    assert word == "echo" and got == (owner, number), got
                    if number % 5 == 0:
                        assert source.throw(KeyError) == ("echo", "key error")
                except ValueError as error:
                    assert str(error) == "generator already executing", error
        return run

    race([send(owner) for owner in range(3)], [lambda: source.gi_frame, lambda: source.gi_running, lambda: source.gi_yieldfrom])
    source.close()
    assert list(source) == []


def handed_over(count):
    """Made and begun in one thread, resumed in the next, dropped in the third."""
    closed.clear()
    first, second = queue.SimpleQueue(), queue.SimpleQueue()

    def make():
        for number in range(count):
            source = numbers(10)
            assert next(source) == 0
            first.put(source)
        first.put(None)

    def resume():
        while (source := first.get()) is not None:
            assert next(source) == 1
            assert source.send(None) == 2
            second.put(source)
            del source
        second.put(None)

    def drop():
        while (source := second.get()) is not None:
            assert next(source) == 3
            del source

    race([make, resume, drop])
    settle(lambda: len(closed) == count)


def closed_by_many(count):
    for _ in range(count):
        source = numbers(100)

        def use():
            try:
                for number in source:
                    assert 0 <= number < 100
            except ValueError as error:
                assert str(error) == "generator already executing", error

        def close():
            try:
                source.close()
            except ValueError as error:
                assert str(error) == "generator already executing", error

        race([use, close, use])


for random in rounds():
    shared(scaled(1500))
    sent(scaled(500))
    handed_over(scaled(100))
    closed_by_many(scaled(6))
done()
