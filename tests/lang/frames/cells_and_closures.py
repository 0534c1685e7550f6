# f_locals reads and writes variables in cells, own and free ones.
import sys


def outer(parameter):
    shared = 1

    def inner():
        nonlocal shared
        proxy = sys._getframe().f_locals
        print(sorted(proxy), proxy["shared"], proxy["parameter"])
        proxy["shared"] = 10
        print(shared)
        shared = 11
        return parameter

    inner()
    print(shared)
    proxy = sys._getframe().f_locals
    proxy["shared"] = 20
    proxy["parameter"] = "changed"
    print(inner(), shared, parameter)
    return sys._getframe(), inner


frame, inner = outer("given")
print(frame.f_locals["shared"])
frame.f_locals["shared"] = 30
inner()
print(frame.f_locals["shared"])


def empty_cell():
    def use():
        return late

    print("late" in sys._getframe().f_locals)
    sys._getframe().f_locals["late"] = "set early"
    print(use())
    late = "set"
    print(use(), sys._getframe().f_locals["late"])
    del late
    print("late" in sys._getframe().f_locals)


empty_cell()


class Outer:
    def method(self):
        return sorted(sys._getframe().f_locals), super().__init__, __class__

    def names(self):
        return sorted(sys._getframe().f_locals)


print(Outer().method()[0], Outer().names())
