# dict(): mappings, pairs, keywords and errors

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class Keys:
    def keys(self): return ["a", "b"]
    def __getitem__(self, key): return key * 2
class BadKeys:
    keys = 5
class NoGet:
    def keys(self): return ["x"]
print(dict(), dict(a=1), dict({"a": 1}, b=2), dict([("a", 1), ["b", 2], "cd"]), dict({"a": 1}, a=2), dict(Keys()), dict(Keys(), a=0), dict(zip("ab", [1, 2])), dict(enumerate("xy")), {**{"a": 1}, "b": 2, **{"a": 3}}, dict(**{"x y": 1}), dict(self=1, iterable=2), dict([]))
show(dict, 5); show(dict, [1]); show(dict, ["abc"]); show(dict, [(1, 2, 3)]); show(dict, [()]); show(dict, [[[], 1]]); show(dict, None); show(dict, {}, {}); show(dict, BadKeys()); show(dict, NoGet()); show(dict, [("a", 1), ("b",)]); show(dict, "ab"); show(dict, ["ab", 5]); show(lambda: dict(**{1: 2})); show(lambda: {[]: 1}); show(lambda: {**5}); show(lambda: {**[(1, 2)]}); show(dict, [iter("ab")]); show(dict, ((i, i * i) for i in range(3)))
d = {}
d.__init__(a=1)
d.__init__([("b", 2)])
print(d, dict(d) is d, d.copy() is d, d.copy() == d)
print(dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), dict.fromkeys(range(2), []), dict.fromkeys(()))
show(dict.fromkeys, 5); show(dict.fromkeys, [[]]); show(dict.fromkeys)
class D(dict):
    def __setitem__(self, key, value): super().__setitem__(key, (value, "set"))
print(D(a=1), D.fromkeys("a", 1), type(D().copy()), D({"x": 1}), type(D.fromkeys("a")))
e = D()
e["k"] = 1
e.update(z=2)
e.setdefault("y", 3)
print(e)
