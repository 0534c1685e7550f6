# One frame object per activation: every way to it leads to the same object.
import sys


def here():
    frame = sys._getframe()
    return frame is sys._getframe(), frame


same, first = here()
print(same)
same, second = here()
print(same, first is second, first.f_code is second.f_code)


def caught():
    try:
        1 / 0
    except ZeroDivisionError as error:
        return error.__traceback__.tb_frame is sys._getframe()


print(caught())


def twice():
    frames = []
    for _ in range(3):
        try:
            raise ValueError
        except ValueError as error:
            frames.append(error.__traceback__.tb_frame)
    return frames[0] is frames[1] is frames[2] is sys._getframe()


print(twice())


def inner():
    return sys._getframe(1)


def outer():
    return inner() is sys._getframe()


print(outer())
print(sys._getframe() is sys._getframe(0), sys._getframe(-1) is sys._getframe())
print(type(first), type(first).__module__, first == first, first != second)
print(hash(first) == hash(first), len({first, second, first}))
