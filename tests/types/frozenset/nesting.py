# Sets of frozensets, lookup of sets by equal frozensets, operators among kinds
f, g = frozenset([1, 2]), frozenset([2, 3])
family = {f, g, frozenset()}
print(len(family), {1, 2} in family, set() in family, {9} in family, f | g, f & {2}, {2} & f, type(f | {9}).__name__, type({9} | f).__name__, f ^ g, f - g, {1, 2} == f, f == {1, 2}, f <= {1, 2, 3}, {1} < f, hash(f) == hash(frozenset({2, 1})))
family.discard({1, 2}); print(len(family)); family.add(f | g); print(len(family), {1, 2, 3} in family)
print({frozenset(p) for p in [(1, 2), (2, 1), (1, 1)]} == {frozenset({1, 2}), frozenset({1})}, {f: "edge"}[frozenset([2, 1])], frozenset("hello") == set("olleh"), max([f, frozenset([1, 2, 3])], key=len), sorted(frozenset([3, 1, 2])), frozenset(range(3)).union([5], {6}), frozenset([1]).issubset(f), f.isdisjoint({5}))
h = f
h |= {9}
print(f, h, h is f)
for operation in (lambda: f.add(1), lambda: f.update([1]), lambda: f.clear(), lambda: f.pop(), lambda: f + g, lambda: f | [1], lambda: f < 5, lambda: hash({1}), lambda: {{1}}, lambda: frozenset([[1]]), lambda: f[0], lambda: setattr(f, "x", 1)):
    try:
        print(operation())
    except Exception as error:
        print(type(error).__name__, error)
deep = frozenset()
for _ in range(20): deep = frozenset([deep])
print(len(deep), repr(deep).count("frozenset"), hash(deep) == hash(frozenset(deep)), deep == frozenset(set(deep)))
von = [frozenset()]
for _ in range(5): von.append(von[-1] | {von[-1]})
print([len(v) for v in von], von[2] < von[4], von[3] in von[5], von[5] - von[4] == {von[4]})
