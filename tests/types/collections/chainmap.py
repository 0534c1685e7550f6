# ChainMap: lookup order, updates, children, parents
from collections import ChainMap

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


a, b = {"x": 1, "y": 2}, {"y": 20, "z": 30}
c = ChainMap(a, b)
print(c["x"], c["y"], c["z"], len(c), sorted(c), "z" in c, "q" in c, c.get("q", "d"), c.maps, dict(c), list(c), list(c.items()), bool(ChainMap()), bool(c))
c["z"] = 3; c["new"] = 4; print(a, b)
del c["x"]; print(a)
show(c.__delitem__, "missing"); show(lambda: c["missing"]); show(c.pop, "q"); show(c.pop, "only_b"); show(lambda: ChainMap().popitem()); show(c.pop, "new")
child = c.new_child({"y": 200}); print(child["y"], child.parents == c, child.parents["y"], len(child.maps), c.new_child(k=5)["k"], c.new_child({"m": 1}, n=2).maps[0])
print(repr(ChainMap({"a": 1}, {})), c == dict(c), ChainMap({1: 1}) == ChainMap({}, {1: 1}), c.copy().maps[0] is a, c.copy().maps[1] is b)
print(ChainMap({"a": 1}) | {"b": 2}, {"z": 0} | ChainMap({"a": 1})); d = ChainMap({"a": 1}); d |= {"c": 3}; print(d)
class M(ChainMap):
    def __missing__(self, key): return f"<{key}>"
print(M({})["zz"], ChainMap.fromkeys("ab", 1), c.popitem(), c.clear(), c, a, b, list(c.keys()), c.setdefault("s", 1), c)
