# An exception that a frame keeps, whose traceback keeps the frame.
import gc
gc.disable()


class Watched:
    def __del__(self):
        print('freed')


def fail():
    raise ValueError


def keep():
    watched = Watched()
    try:
        fail()
    except ValueError as e:
        saved = e
        saved.me = saved
        saved.watched = watched


keep()
print(gc.collect() > 0)


class Error(Exception):
    pass


a, b = Error(), Error()
a.__context__, b.__cause__ = b, a
a.watched = Watched()
del a, b
print('dropped')
print(gc.collect() > 0)
