# What a finaliser sees above itself: a frame that is being left is passed over.
import sys


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        back = sys._getframe(1)
        print("del", self.name, "below", back.f_code.co_name)
        frames.append(back)


frames = []


def returning():
    local = Noisy("returning")
    return 1


def deleting():
    local = Noisy("deleting")
    del local
    return 2


def raising():
    local = Noisy("raising")
    1 / 0


def generator():
    local = Noisy("generator")
    yield 1
    other = Noisy("other")


def calls():
    returning()
    deleting()
    try:
        raising()
    except ZeroDivisionError:
        pass
    list(generator())


calls()
print(len(frames), [frame.f_code.co_name for frame in frames])
print(frames[0] is frames[2] is frames[3], frames[0].f_locals)


def held_by_back():
    local = Noisy("held by back")
    return callee()


def callee():
    return sys._getframe()


frame = held_by_back()
print("still there", list(frame.f_back.f_locals))
frames.clear()
frame = None
print("end")
