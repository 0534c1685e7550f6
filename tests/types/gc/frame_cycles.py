# Frames kept by what is in their own variables.
import gc
import sys
gc.disable()


class Watched:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('freed', self.name)


def keeps_itself():
    watched = Watched('itself')
    frame = sys._getframe()


keeps_itself()
print(gc.collect() > 0)


def keeps_traceback():
    watched = Watched('traceback')
    try:
        raise ValueError
    except ValueError as e:
        error = e


keeps_traceback()
print(gc.collect() > 0)


def keeps_caller():
    watched = Watched('caller')
    inner(lambda: watched)


def inner(f):
    frames.append(sys._getframe())


frames = []
keeps_caller()
gc.collect()
print(frames[0].f_back.f_locals['watched'].name)
frames[0].f_back.f_locals['watched'].me = frames[0]
frames.clear()
print(gc.collect() > 0)
