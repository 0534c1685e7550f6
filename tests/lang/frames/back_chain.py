# f_back: the callers of a running frame, and those of one that has ended.
import sys


def names(frame):
    found = []
    while frame is not None:
        found.append(frame.f_code.co_name)
        frame = frame.f_back
    return found


def a():
    return b()


def b():
    return c()


def c():
    return names(sys._getframe())


print(a())
print(names(sys._getframe()))
print([sys._getframe(0).f_code.co_name, sys._getframe(0).f_back])


def keep():
    return inner_keep()


def inner_keep():
    return sys._getframe()


frame = keep()
print(names(frame), frame.f_back.f_back is sys._getframe())


def native():
    return sorted([2, 1], key=lambda n: kept.append(sys._getframe()) or n)


kept = []
print(native(), names(kept[0]), kept[0].f_back is kept[1].f_back)


class Number:
    def __add__(self, other):
        return names(sys._getframe())

    def __len__(self):
        print(names(sys._getframe()))
        return 3

    def __getattr__(self, name):
        return names(sys._getframe())

    def __iter__(self):
        yield names(sys._getframe())


def operators():
    n = Number()
    return n + 1, len(n), n.anything, list(n)


print(operators())
try:
    sys._getframe(1000)
except ValueError as error:
    print(error)
try:
    sys._getframe("x")
except TypeError as error:
    print(error)
try:
    sys._getframe(2**70)
except OverflowError as error:
    print(error)
