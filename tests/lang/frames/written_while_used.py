# A variable that is replaced through f_locals while an instruction uses it: the old value lives as long as it is needed.
import sys


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)

    def __add__(self, other):
        sys._getframe(1).f_locals["x"] = None
        return self.name + "!"

    def __getitem__(self, key):
        sys._getframe(1).f_locals["x"] = None
        return self.name + "[]"

    def __lt__(self, other):
        sys._getframe(1).f_locals["x"] = None
        return self.name == "less"

    def __iter__(self):
        sys._getframe(1).f_locals["x"] = None
        return iter([self.name])

    def __len__(self):
        sys._getframe(1).f_locals["x"] = None
        return 2

    @property
    def prop(self):
        sys._getframe(1).f_locals["x"] = None
        return self.name


def add():
    x = Noisy("add")
    return x + 1


def item():
    x = Noisy("item")
    return x[0]


def less():
    x = Noisy("less")
    return x < 1


def loop():
    x = Noisy("loop")
    return [y for y in x]


def length():
    x = Noisy("length")
    return len(x)


def attribute():
    x = Noisy("attribute")
    return x.prop


def unpack():
    x = Noisy("unpack")
    [y] = x
    return y


def formatted():
    x = Noisy("formatted")
    return f"{x + 1}"


for function in (add, item, less, loop, length, attribute, unpack, formatted):
    print(function())


def plain():
    x = Noisy("plain")
    sys._getframe().f_locals["x"] = Noisy("second")
    print("replaced")
    x = None
    print("end")


plain()
