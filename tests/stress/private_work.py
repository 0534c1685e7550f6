# What each thread computes on its own is right, whatever runs beside it: numbers, strings, calls, classes, exceptions, comprehensions.
from harness import done, race, rounds, scaled


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    @property
    def both(self):
        return self.x, self.y


class Other(Point):
    def __init__(self, *values):
        super().__init__(*values)
        self.values = values


def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def primes(n):
    sieve = [True] * n
    for number in range(2, n):
        if sieve[number]:
            yield number
            for multiple in range(number * number, n, number):
                sieve[multiple] = False


def classify(value):
    match value:
        case 0:
            return "zero"
        case int() | float():
            return "number"
        case [first, *rest]:
            return "sequence"
        case {"key": found, **others}:
            return found
        case Point(x=x, y=0):
            return x
        case _:
            return "else"


def compute(seed, size):
    results = []
    add = results.append
    big = 1
    for number in range(1, size):
        big = big * number + seed
    add(big % 1000003)
    add(fibonacci(11))
    add(sum(primes(size)))
    total = Point(0, 0)
    for number in range(size):
        total = total + Other(number, -number) if number % 2 else total + Point(number, seed)
    add(total.both)
    words = []
    text = ""
    for number in range(size):
        text += chr(97 + (number * seed) % 26)
        words.append(text[-3:])
    add(text)
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    add(sorted(counts.items())[:5])
    add([classify(value) for value in (0, 1.5, [1, 2], {"key": "k", "more": 1}, Point(3, 0), None)])
    caught = 0
    for number in range(size):
        try:
            if number % 3 == 0:
                raise KeyError(number)
            [][number]
        except KeyError as error:
            caught += error.args[0]
        except IndexError:
            caught += 1
        finally:
            caught += seed
    add(caught)
    add({number % 7: [number] * 2 for number in range(size)})
    add(sorted({number * number % 31 for number in range(size)}))
    add("%s %r %5.2f" % (seed, "x", seed / 7) + f"{seed:>5}{size!r}")
    scale = 0.5
    for number in range(size):
        scale = scale * 1.01 + number / (seed + 1)
    add(scale)

    def counter():
        state = 0

        def step(by=1):
            nonlocal state
            state += by
            return state
        return step

    step = counter()
    add([step(number) for number in range(20)][-1])
    add(list(map(lambda pair: pair[0] * pair[1], zip(range(size), reversed(range(size)))))[size // 2])
    return results


def one_round(random):
    size = scaled(150, 50)
    seeds = [random.randrange(1, 20) for _ in range(3)]
    wanted = {seed: compute(seed, size) for seed in seeds}

    def work(seed):
        def run():
            for _ in range(8):
                assert compute(seed, size) == wanted[seed]
        return run

    race([work(seed) for seed in seeds] + [work(seeds[0])])


for random in rounds():
    one_round(random)
done()
