# defaultdict: factories, missing keys, copies, repr, merging
from collections import defaultdict

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


d = defaultdict(list)
d["a"].append(1); d["b"]; d["a"].append(2)
print(d, len(d), d.get("zz"), "zz" in d, d.default_factory, d == {"a": [1, 2], "b": []}, defaultdict(int, {"x": 1}, y=2), defaultdict(), defaultdict(None, a=1))
show(lambda: defaultdict()["x"]); show(lambda: defaultdict(None)[1, 2]); show(defaultdict, 5); show(defaultdict, "x"); show(defaultdict, int, 5); show(lambda: defaultdict(lambda x: x)["a"]); show(defaultdict, int, {}, {})
n = defaultdict(int)
for ch in "hello": n[ch] += 1
print(dict(n), n.pop("h"), n.setdefault("q", 7), n["zero"], n)
tree = lambda: defaultdict(tree)
t = tree(); t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], list(t), len(t["new"]))
c = d.copy(); c["c"]; print(c, "c" in d, type(c), c.default_factory is list)
d.default_factory = None
show(lambda: d["none"]); d.default_factory = lambda: "made"; print(d["now"]); d.__missing__("direct"); print(d["direct"])
print(defaultdict(int, a=1) | {"b": 2}, {"b": 2} | defaultdict(int, a=1), type({} | defaultdict(int)).__name__); e = defaultdict(int, a=1); e |= {"z": 1}; print(e)
class D(defaultdict):
    def __missing__(self, key): return f"own {key}"
f = D(list); print(f["x"], f, D(int, {"k": 1}))
show(defaultdict(dict).popitem); print(defaultdict(set, {1: {2}})[1], defaultdict(type("F", (), {"__call__": lambda s: 5})())["k"])
