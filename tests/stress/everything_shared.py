# Containers, instances, iterators and exceptions that all threads have, used by everything that needs no lock of the program's own: operators,
# methods of built-in classes, built-in functions, statements. Whoever comes too late gets one of the errors that CPython gives.
import collections
import itertools
import operator
from functools import reduce
from harness import done, race, rounds, scaled, settle


class Point:
    alive = 0

    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return self.x == other.x if isinstance(other, Point) else NotImplemented

    def __hash__(self):
        return hash(self.x)

    def __lt__(self, other):
        return self.x < other.x

    def __len__(self):
        return 2

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __iter__(self):
        yield self.x
        yield self.y

    def __contains__(self, item):
        return item == self.x

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return error[0] is not None

    @property
    def sum(self):
        return self.x + self.y

    @classmethod
    def of(cls, *args, **kwargs):
        return cls(*args, **kwargs)

    @staticmethod
    def twice(x):
        return 2 * x


class Pixel(Point):
    __slots__ = ("colour",)

    def __init__(self, x, y, colour="red"):
        super().__init__(x, y)
        self.colour = colour


class Failure(Exception):
    def __init__(self, number):
        super().__init__(number)
        self.number = number


LATE = (RuntimeError, ValueError, IndexError, KeyError, StopIteration, TypeError, AttributeError)
counter = 0


def generate(n):
    try:
        for i in range(n):
            yield i
    finally:
        pass


def sequences(random, numbers, points, text):
    i = random.randrange(8)
    yield lambda: numbers.append(i)
    yield lambda: numbers.extend([i, i + 1])
    yield lambda: numbers.extend(x for x in (i, 2))
    yield lambda: numbers.insert(i, i)
    yield lambda: numbers.pop()
    yield lambda: numbers.pop(0)
    yield lambda: numbers.remove(i)
    yield lambda: numbers.reverse()
    yield lambda: numbers.sort()
    yield lambda: numbers.sort(key=lambda x: -x)
    yield lambda: operator.setitem(numbers, i, i + 1)
    yield lambda: operator.setitem(numbers, slice(0, 2), [i])
    yield lambda: operator.delitem(numbers, slice(i, None, 3))
    yield lambda: operator.iadd(numbers, (i,))
    yield lambda: operator.imul(numbers, 1)
    yield lambda: (numbers[0], numbers[-1], numbers[i], numbers[i:], numbers[::-1])
    yield lambda: (i in numbers, numbers.count(i), numbers.index(i))
    yield lambda: (sum(numbers), min(numbers), max(numbers), sorted(numbers), any(numbers), all(numbers))
    yield lambda: (sum(x * x for x in numbers), list(map(abs, numbers)), [*numbers, *points], len(numbers))
    yield lambda: (numbers == numbers[:], numbers < [i], numbers + [i], numbers * 2, repr(numbers), str(points))
    yield lambda: (sorted(points), max(points), points.index(points[0]), reduce(operator.add, points), points[0] in points)
    yield lambda: (tuple(numbers), set(numbers), frozenset(numbers), dict(enumerate(numbers)), list(zip(numbers, points)))
    yield lambda: (list(reversed(numbers)), list(filter(None, numbers)), dict.fromkeys(numbers), ", ".join(map(str, numbers)))
    yield lambda: (list(itertools.chain(numbers, numbers)), list(itertools.islice(numbers, 3)), list(itertools.accumulate(numbers)))
    yield lambda: (text.upper() + text, text.split(","), text.replace("a", "b"), text.find("c"), f"{text}{i:>4}{text!r}", "%s" % text)
    yield lambda: numbers.clear() if len(numbers) > 60 else numbers.copy()


def tables(random, table, members, queue):
    i = random.randrange(8)
    yield lambda: operator.setitem(table, i, str(i))
    yield lambda: operator.setitem(table, (i, str(i)), [i])
    yield lambda: operator.setitem(table, Point(i), Point(i))
    yield lambda: table.pop(i)
    yield lambda: table.popitem() if len(table) > 20 else None
    yield lambda: table.setdefault(i, []) and None
    yield lambda: table.update({i: i, "k": i}, word=i)
    yield lambda: operator.delitem(table, i)
    yield lambda: operator.ior(table, {i: None})
    yield lambda: (table.get(i), i in table, (i, str(i)) in table, Point(i) in table, len(table), {**table})
    yield lambda: (list(table), list(table.items()), list(table.values()), table.copy(), dict(table), table == {})
    yield lambda: [key for key, value in table.items() if value is None]
    yield lambda: (sorted(map(repr, table)), table | {1: 2}, table.keys() & {1, 2}, str(table))
    yield lambda: members.add(i)
    yield lambda: members.add(Point(i))
    yield lambda: members.discard(i)
    yield lambda: members.remove(i)
    yield lambda: members.update([i, i + 1], (j for j in (i,)))
    yield lambda: operator.isub(members, {i})
    yield lambda: (i in members, members | {i}, members & {i}, members - {i}, members ^ {i}, len(members), sorted(map(hash, members)))
    yield lambda: (members <= members, members.isdisjoint([i]), frozenset(members), [m for m in members], members.copy())
    yield lambda: queue.append(i)
    yield lambda: queue.appendleft(Point(i))
    yield lambda: queue.pop()
    yield lambda: queue.popleft()
    yield lambda: queue.rotate(i)
    yield lambda: queue.extend([i] if len(queue) < 50 else [])
    yield lambda: (len(queue), list(queue), i in queue, queue.count(i), queue.copy(), [x for x in queue])


def objects(random, places):
    i = random.randrange(len(places))
    place = places[i]
    yield lambda: setattr(place, "x", i)
    yield lambda: setattr(place, random.choice("abcdefgh"), [i])
    yield lambda: delattr(place, random.choice("abcdefgh"))
    yield lambda: place.__dict__.update(z=i)
    yield lambda: operator.setitem(places, i, random.choice((Point, Pixel))(i, 1))
    yield lambda: (place.x, place.y, place.sum, place + place, place == place, place < place, hash(place), len(place), place[0])
    yield lambda: (list(place), i in place, repr(place), getattr(place, "a", None), hasattr(place, "b"), vars(place), place.of(1, y=2), place.twice(i))
    yield lambda: place.colour if isinstance(place, Pixel) else None
    yield lambda: [point.x for point in places]


def errors(random, failures):
    i = random.randrange(len(failures))

    def raise_shared():
        raise failures[i]

    def raise_new():
        try:
            raise Failure(i)
        except Failure as error:
            failures[i] = error
            assert error.number == i and str(error) == str(i) and error.args == (i,)

    def chain():
        try:
            try:
                {}[i]
            except KeyError as error:
                raise Failure(i) from error
        except Failure as error:
            assert isinstance(error.__cause__, KeyError) and error.__traceback__ is not None

    def again():
        try:
            raise_shared()
        except Failure as error:
            error.add_note("seen")
            error.__traceback__
            repr(error)
            with Point(1):
                raise
    return [raise_new, chain, again]


def iterators(random, shared):
    i = random.randrange(len(shared))

    def renew():
        makers = (
            lambda: enumerate([1, 2, 3]), lambda: zip([1, 2], "ab"), lambda: map(str, [1, 2, 3]), lambda: filter(None, [0, 1, 2]),
            lambda: reversed([1, 2, 3]), lambda: iter({1, 2, 3}), lambda: iter({1: 2}.items()), lambda: itertools.count(),
            lambda: itertools.cycle([1, 2]), lambda: itertools.chain([1], (2,)), lambda: itertools.pairwise([1, 2, 3]),
            lambda: iter(range(5)), lambda: iter("abc"), lambda: map(lambda x: x, [1, 2]), lambda: itertools.product("ab", "cd"),
        )
        shared[i] = random.choice(makers)()

    return [renew, lambda: next(shared[i]), lambda: next(shared[i]), lambda: list(itertools.islice(shared[i], 2)), lambda: [x for x, _ in zip(shared[i], range(3))]]


def count_globally():
    global counter
    for i in range(20):
        counter += 1


def one_round(random):
    numbers = list(range(10))
    points = [Point(i) for i in range(5)]
    table = {}
    members = set()
    queue = collections.deque()
    places = [Point(i) for i in range(6)]
    failures = [Failure(i) for i in range(4)]
    shared = [iter([])] * 4
    text = "a,b,c"

    def work(seed):
        choice = type(random)(seed)

        def run():
            late = 0
            for _ in range(scaled(60)):
                jobs = [
                    *sequences(choice, numbers, points, text), *tables(choice, table, members, queue), *objects(choice, places),
                    *errors(choice, failures), *iterators(choice, shared), count_globally, lambda: sum(generate(5)),
                ]
                choice.shuffle(jobs)
                for job in jobs:
                    try:
                        job()
                    except LATE:
                        late += 1
        return run

    race([work(random.random()) for _ in range(3)])
    assert all(type(x) is int for x in numbers) and all(type(x) is Point for x in points)
    assert all(isinstance(key, (int, str, tuple, Point)) for key in table)
    assert all(isinstance(x, (int, Point)) for x in [*members, *queue])
    assert all(isinstance(x, Point) for x in places) and all(type(x) is Failure for x in failures)
    assert type(counter) is int


for random in rounds():
    one_round(random)
done()
