# f_locals of a function: a mapping that shows the present values (PEP 667).
import sys
from collections.abc import Mapping, MutableMapping


def function(a, /, b, *args, c=3, **keywords):
    proxy = sys._getframe().f_locals
    print(type(proxy).__name__, type(proxy).__module__)
    print(list(proxy))
    later = "now"
    print("later" in proxy, proxy["later"], len(proxy))
    del later
    print("later" in proxy, len(proxy))
    print(proxy.get("a"), proxy.get("nothing"), proxy.get("nothing", 0))
    print(proxy.keys(), proxy.values()[:5], proxy.items()[:2])
    print(list(reversed(proxy)), type(reversed(proxy)), type(iter(proxy)))
    print({key: value for key, value in proxy.items() if key != "proxy"})
    print(isinstance(proxy, Mapping), isinstance(proxy, MutableMapping), isinstance(proxy, dict))
    print(proxy == sys._getframe().f_locals, proxy is sys._getframe().f_locals)
    print(proxy == dict(proxy), proxy != dict(proxy), proxy == {}, proxy == 1)
    match proxy:
        case {"a": first, "c": third}:
            print("matched", first, third)
    return proxy


kept = function(1, 2, 4, 5, d=6)
print(sorted(key for key in kept if key != "proxy"))
for attempt in (
    lambda: kept["nothing"],
    lambda: kept[1],
    lambda: kept[[]],
    lambda: [] in kept,
    lambda: hash(kept),
    lambda: kept < kept,
    lambda: kept.get(),
    lambda: kept.get(1, 2, 3),
    lambda: type(kept)(),
    lambda: type(kept)(1),
    lambda: kept.pop("a"),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)


def small(x, y=()):
    me = sys._getframe().f_locals
    print(me)
    print(type(me)(sys._getframe()) == me)


small(1)
