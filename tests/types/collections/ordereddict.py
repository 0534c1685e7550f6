# OrderedDict: move_to_end, popitem, equality, reversal, merging
from collections import OrderedDict

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


o = OrderedDict([("a", 1), ("b", 2)], c=3)
print(o, OrderedDict(), list(reversed(o)), list(reversed(o.items())), o.move_to_end("a"), o, o.move_to_end("c", last=False), o, o.popitem(), o.popitem(last=False), o)
show(o.move_to_end, "missing"); show(OrderedDict().popitem); show(o.move_to_end); show(OrderedDict, 5); show(OrderedDict, {}, {}); show(o.pop, "missing"); show(lambda: o["missing"]); show(lambda: hash(o)); show(o.popitem, last=5); show(OrderedDict.fromkeys, 5)
print(o.pop("x", None), o.setdefault("n", 5), o.setdefault("n", 6), o, OrderedDict.fromkeys("ab", 0))
a, b = OrderedDict(x=1, y=2), OrderedDict(y=2, x=1)
print(a == b, a == dict(b), dict(a) == b, a != b, a == OrderedDict(x=1, y=2), a == [("x", 1)], a.keys() == b.keys())
print(a | {"z": 3}, {"w": 0} | a, type({} | a), type(a | {}), a.copy(), type(a.copy()))
a |= [("q", 9)]; print(a)
a["x"] = 10; print(a); del a["x"]; a["x"] = 11; print(a, list(a.values()), list(a), len(a))
a.update(y=5, k=6); print(a); a.clear(); print(a, bool(a))
class O(OrderedDict):
    def __missing__(self, key): return f"missing {key}"
p = O(k=1); print(p["zz"], p, type(p.copy()), repr(p)); p.attribute = 5; print(p.attribute, p.__dict__)
big = OrderedDict((i, i) for i in range(100))
for i in range(0, 100, 3): big.move_to_end(i)
for i in range(0, 100, 2): del big[i]
print(list(big)[:5], list(big)[-5:], len(big), big.popitem(), next(iter(big)), next(reversed(big)))
