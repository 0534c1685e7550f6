# exit: 1
# Frames of generators, comprehensions, lambdas and class bodies.
def numbers(n):
    for i in range(n, -1, -1):
        yield 10 // i


def delegate():
    yield from numbers(2)


class Body:
    values = [v for v in (lambda it: it)(delegate())]
