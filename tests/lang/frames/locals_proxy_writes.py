# Writing through f_locals changes the variables themselves; other keys are kept beside them.
import sys


def function(a, b=2):
    proxy = sys._getframe().f_locals
    proxy["a"] = "new"
    print(a)
    proxy["made"] = 1
    print(proxy["made"], "made" in proxy, "made" in locals(), list(proxy))
    again = sys._getframe().f_locals
    print(again["made"], again is proxy, again == proxy)
    proxy["unset"] = 5
    print(unset)
    unset = 6
    print(proxy["unset"])
    print(proxy.setdefault("a", 0), proxy.setdefault("other", 7), proxy.setdefault("none"))
    proxy.update({"b": 8, 1: 2})
    print(b, proxy[1])
    proxy |= {"b": 9}
    print(b, type(proxy).__name__)
    print(sorted(map(str, proxy | {"z": 1})), type(proxy | {}).__name__)
    print(sorted(map(str, {"z": 1} | proxy)))
    print(type(proxy.copy()).__name__)
    for attempt in (
        lambda: proxy.__delitem__("a"),
        lambda: proxy.__delitem__("made"),
        lambda: proxy.__delitem__("nothing"),
        lambda: proxy.update([("b", 1)]),
        lambda: proxy.update(b=1),
        lambda: proxy.update(),
        lambda: proxy.setdefault(),
        lambda: proxy | 3,
        lambda: proxy.__ior__(3),
        lambda: proxy.__setitem__([], 1),
    ):
        try:
            print(attempt())
        except Exception as error:
            print(type(error).__name__, error)
    print(a, b)


function(1)


def caller():
    value = "before"
    change()
    return value


def change():
    sys._getframe(1).f_locals["value"] = "after"


print(caller())


def snapshot():
    x = 1
    first = locals()
    x = 2
    first["x"] = 3
    return x, first["x"], locals() is first, locals()["x"]


print(snapshot())
