# Comprehensions: nesting, conditions, unpacking, walrus, evaluation order, scope of the iterable
matrix = [[1, 2, 3], [4, 5, 6]]
print([x for row in matrix for x in row], [[row[i] for row in matrix] for i in range(3)], [x for row in matrix if sum(row) > 6 for x in row if x % 2 == 0], [(i, j) for i in range(3) for j in range(i)], [a + b for a, b in zip("ab", "cd")], [x for x, *_ in matrix], [y for _, (y, *_) in enumerate(matrix)], [(x, y) for x in [1, 2] for y in [x * 10, x * 100]])
trace = []
def t(label, value):
    trace.append(label)
    return value
[t("element", x) for x in t("outer", [1, 2]) if t("condition", x > 1) for _ in t("inner", [0])]
print(trace)
trace.clear()
{t("key", k): t("value", k) for k in t("iterable", "ab")}
print(trace)
x = "outer"
print([x for x in range(3)], x, [x for _ in range(1)], [(lambda: x)() for x in range(2)], [f() for f in [lambda: x for x in range(3)]])
class C:
    items = [1, 2]
    ok = [i for i in items]
    also = [i * j for i, j in zip(items, items)]
    try:
        bad = [i for _ in range(1) for i in items]
    except NameError as error:
        message = str(error)
print(C.ok, C.also, C.message)
print([last := i for i in range(3)], last, [i for i in range(5) if (half := i / 2) > 1], half, {n: m for n in range(3) if (m := n * n) or True}, any((w := v) > 1 for v in [1, 2, 3]), w)
print([*[1], *(i for i in "a")], [i for i in [i for i in [1, 2]] if i], {frozenset([i]) for i in range(2)} == {frozenset([0]), frozenset([1])}, [[]  for _ in range(2)], [i if i % 2 else -i for i in range(4)], [not i for i in (0, 1)], [i for i in (1, 2) if i if i > 1], [... for _ in "ab"], [[j for j in range(i)] for i in range(3)], [(yield_) for yield_ in [1]])
def closure():
    n = 10
    return [n + i for i in range(2)], {n: i for i in range(1)}, list(n * i for i in range(3)), [[n for _ in range(1)] for _ in range(1)]
print(closure())
def rebinds():
    values = [1, 2]
    result = [values.append(v + 1) or v for v in values if len(values) < 5]
    return result, values
print(rebinds())
d = {}
print([d.setdefault(k, []).append(v) for k, v in [("a", 1), ("a", 2)]], d, [i for i.real in ()] if False else [], [d["k"] for d["k"] in range(2)], d["k"])
try:
    [i for i in 5]
except TypeError as error:
    print(error)
try:
    [undefined for i in range(1)]
except NameError as error:
    print(error)
try:
    [a for a, b in [(1, 2, 3)]]
except ValueError as error:
    print(error)
print(sum(i * i for i in range(10)), max(len(w) for w in "a bbb cc".split()), dict((i, str(i)) for i in range(2)), sorted({c for c in "hello"}), "".join(c.upper() for c in "ab"), tuple(i for i in range(3)), set(i % 2 for i in range(4)))
