# Recursion to the limit in several threads at once: each gets its RecursionError and goes on.
from harness import done, race, rounds


def plain(n):
    return plain(n + 1) + 1


class Attribute:
    def __getattr__(self, name):
        return getattr(self, name + "x"[:0])


class Compared:
    def __eq__(self, other):
        return self == other

    def __lt__(self, other):
        return sorted([other, self]) == []


def generator(n):
    yield from generator(n + 1)


class Printed:
    def __repr__(self):
        return repr([self])


def by_map(n):
    return list(map(by_map, [n]))


class Called:
    def __call__(self, n):
        return self(n)


def nested(depth):
    last = []
    for _ in range(depth):
        last = [last]
    return last


ENDLESS = [
    lambda: plain(0),
    lambda: Attribute().name,
    lambda: Compared() == Compared(),
    lambda: Compared() < Compared(),
    lambda: next(generator(0)),
    lambda: repr(Printed()),
    lambda: by_map(0),
    lambda: Called()(0),
    lambda: repr(nested(100000)),
    lambda: nested(100000) == nested(100000),
]


def bounded(n):
    return 0 if n == 0 else 1 + bounded(n - 1)


def one_round(random):
    def work(chosen):
        def run():
            for endless in chosen:
                try:
                    endless()
                except RecursionError:
                    pass
                else:
                    raise AssertionError("no limit")
                assert bounded(200) == 200
        return run

    race([work(random.sample(ENDLESS, 3)) for _ in range(3)], [lambda: bounded(300)])


for random in rounds():
    one_round(random)
done()
