# get, pop, popitem, setdefault, update, clear, copy

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


d = {"a": 1, "b": 2, "c": 3}
print(d.get("a"), d.get("x"), d.get("x", 5), d.pop("a"), d.pop("x", None), d.setdefault("b", 9), d.setdefault("n"), d.setdefault("m", []), d)
show(d.pop, "x"); show(d.pop); show(d.get); show(d.get, []); show(d.pop, []); show(d.pop, "x", 1, 2); show(d.setdefault, []); show({}.popitem); show(d.get, "a", "b", "c"); show(d.get, key="a"); show({}.pop, []); show({}.get, []); show(lambda: {}[[]]); show(lambda: [] in {}); show(lambda: d["missing"]); show(lambda: d[(1, "x")]); show(lambda: d[None]); show(d.__delitem__, "x"); show(d.__getitem__, 1)
print(d.popitem(), d.popitem(), d)
d.update({"x": 1}); d.update([("y", 2)]); d.update(z=3); d.update({"x": 10}, x=11); d.update(); d.update({})
print(d)
show(d.update, 5); show(d.update, [1]); show(d.update, ["abc"]); show(d.update, {}, {}); show(d.update, [("q", 1), 5])
print(d)
c = d.copy()
c["new"] = 1
print(d == c, "new" in d, d.clear(), d, len(c))
del c["x"], c["b"]
print(c, list(c), "x" in c, c.__contains__("y"), len(c), bool({}), bool(c))
try:
    del c["x"]
except KeyError as error:
    print(repr(error), error.args)
d = {1: "int"}
d[1.0] = "float"
d[True] = "bool"
print(d, d[1], list(d.keys())[0])
