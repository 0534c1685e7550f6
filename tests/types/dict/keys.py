# Keys of many types: equality across types, tuples, None, functions, classes, negative zero
d = {}
for key in [1, 1.0, True, 1 + 0j, "1", b"1", (1,), (1.0,), None, ..., 0, -0.0, False, "", b"", (), frozenset(), frozenset([1]), int, len, 2**70, float(2**70), -1, -2, range(3), range(0, 3, 1), NotImplemented, "é", "e\u0301"]:
    d[key] = key
print(len(d), list(d.values()))
print(d[True], d[0.0], d[(True,)], d[float(2**70)], d[range(0, 3)], d[frozenset([1.0])])
for bad in ([], {}, set(), bytearray(), ([],), slice(1) if False else [1], ({},)):
    try:
        d[bad] = 1
    except TypeError as error:
        print(error)
    try:
        bad in d
    except TypeError as error:
        print(error)
nan = float("nan")
n = {nan: 1, nan: 2, float("nan"): 3}
print(len(n), n[nan], float("nan") in n)
print({-1: "a", -2: "b"}[-1], hash(-1) == hash(-2), {hash(-1): 1})
class Same:
    def __init__(self, n): self.n = n
    def __hash__(self): return 42
    def __eq__(self, other): return isinstance(other, Same) and self.n == other.n
many = {Same(i): i for i in range(200)}
print(len(many), many[Same(150)], Same(200) in many, 42 in many)
for i in range(0, 200, 2):
    del many[Same(i)]
print(len(many), many.get(Same(3)), many.get(Same(4)), [k.n for k in many][:5])
class Big:
    def __hash__(self): return 2**100
print(len({Big(): 1}), hash(Big()))
for value in ("x", 1.5, None):
    class Bad:
        def __hash__(self): return value
    try:
        {Bad(): 1}
    except TypeError as error:
        print(error)
