# Functions whose names, code, defaults and closures are replaced while others call them in loops.
from harness import done, race, rounds, scaled


def one(x, y=1):
    return ("one", x, y)


def two(x, y=2):
    return ("two", x, y)


def three(x, y=3, *rest, key=3, **more):
    z = [x, y]
    return ("three", x, y)


def generator(x, y=4):
    yield ("generator", x, y)


ORIGINALS = {"one": one.__code__, "two": two.__code__, "three": three.__code__}


def recursive(n):
    return n if n <= 0 else recursive(n - 1)


def one_round(random):
    global called, recursive
    count = scaled(2000)
    called = one

    def target(x, y=0):
        return ("target", x, y)

    def redefine(owner):
        def run():
            global called, recursive
            for number in range(count):
                called = (one, two, three)[number % 3]

                def called(x, y=number):
                    return ("local", x, y)

                called = lambda x, y=owner: ("lambda", x, y)
                target.__code__ = ORIGINALS[("one", "two")[number % 2]]
                target.__defaults__ = (number,)
                one.__defaults__ = (number, number)[:1]
                three.__kwdefaults__ = {"key": number}
                two.note = number
                called = type(one)(ORIGINALS["two"], globals(), "made", (7,), ())

                def recursive(n):
                    return n if n <= 0 else recursive(n - 1)
        return run

    def call():
        for number in range(50):
            word, x, y = called(number)
            assert x == number and type(word) is str and type(y) is int
            word, x, y = called(number, 5)
            assert x == number and y == 5
            word, x, y = called(y=6, x=number)
            assert x == number and y == 6
            word, x, y = target(number)
            assert word in ("target", "one", "two") and x == number
            word, x, y = one(number)
            assert word == "one" and x == number and type(y) is int
            word, x, y = three(number, 5, 6, 7, key=8, other=9)
            assert word == "three" and (x, y) == (number, 5)
            for word, x, y in generator(number):
                assert word == "generator"
            assert recursive(20) == 0
            bound = target.__get__(number)
            assert bound()[1] == number

    race([redefine(0), redefine(1)], [call, call])
    assert target(1, 2)[1:] == (1, 2)


for random in rounds():
    one_round(random)
done()
