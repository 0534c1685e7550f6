# A frame that is held keeps its variables when its call has ended; one that is not held lets them go.
import sys


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)

    def __repr__(self):
        return f"<{self.name}>"


def returned(argument):
    local = Noisy("local")
    other = 1
    return sys._getframe()


frame = returned(Noisy("argument"))
print("held")
print(frame.f_locals, frame.f_lineno - frame.f_code.co_firstlineno)
frame.f_locals["other"] = 2
frame.f_locals["more"] = 3
print(frame.f_locals["other"], frame.f_locals["more"], list(frame.f_locals))
print(frame.f_globals is globals(), frame.f_back is sys._getframe())
del frame
print("gone")


def asked():
    local = Noisy("asked")
    sys._getframe()
    print("end of asked")


asked()
print("after asked")


def many(a, b, c, d, e, f, g, h, i, j):
    k, l, m = Noisy("k"), Noisy("l"), Noisy("m")
    return sys._getframe()


frame = many(*range(10))
print(list(frame.f_locals.values()))
frame.clear()
print(frame.f_locals, "cleared")


def cycle():
    me = sys._getframe()
    local = 1
    return me.f_locals


proxy = cycle()
print(proxy["local"], proxy["me"].f_locals == proxy)
proxy["me"].clear()
print(proxy, len(proxy))


def raised():
    local = Noisy("raised")
    raise KeyError("x")


try:
    raised()
except KeyError as error:
    kept = error
print("caught")
print(kept.__traceback__.tb_next.tb_frame.f_locals)
kept = None
print("dropped")
