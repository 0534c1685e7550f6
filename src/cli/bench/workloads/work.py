# Pieces of work that keep a processor busy. Each takes about a millisecond or less, so that a loop over it ends in time.


def pi():
    """Eighty digits of pi by Machin's formula: loops, calls, and ints of several words."""
    one = 10 ** 90

    def arctan_of_inverse(x):
        power = total = one // x
        square = x * x
        n = 1
        sign = -1
        while power:
            power //= square
            n += 2
            total += sign * (power // n)
            sign = -sign
        return total

    return (16 * arctan_of_inverse(5) - 4 * arctan_of_inverse(239)) // 10 ** 10


def ints():
    """A loop over small ints."""
    a = 1
    for i in range(3000):
        a = (a * 5 + i) & 0xFFFF
    return a


def floats():
    """The orbit of one point."""
    x = y = 0.0
    for _ in range(1500):
        x, y = x * x - y * y - 0.4, 2.0 * x * y + 0.2
    return x


def fib(n=14):
    """Calls of a function."""
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


class Point(object):
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def plus(self, other):
        return Point(self.x + other.x, self.y + other.y)


def objects():
    """Instances that are made, asked and dropped."""
    p = Point(0, 0)
    step = Point(1, 2)
    for _ in range(500):
        p = p.plus(step)
    return p.x


def containers():
    """Lists and dicts that are built, read and changed."""
    counts = {}
    row = []
    for i in range(600):
        key = i % 37
        counts[key] = counts.get(key, 0) + 1
        row.append((key, i))
    return sum([counts[key] for key, i in row])


TEXT = "it was the best of times it was the worst of times it was the age of wisdom " * 10


def strings():
    """Text that is split, joined and searched."""
    words = [word.upper() for word in TEXT.split()]
    return "-".join(words).find("NOWHERE") + len(TEXT.replace("was", "is"))


MIXED = [(i * 7919) % 4001 for i in range(4000)]


def sort():
    """One native call that takes most of the time."""
    return sorted(MIXED)[0]
