# Dict displays and comprehensions: order of evaluation, unpacking, scopes
trace = []
def t(x):
    trace.append(x)
    return x
print({t("k1"): t("v1"), t("k2"): t("v2")}, trace)
trace.clear()
print({t(x): t(x * 2) for x in t([1, 2])}, trace)
print({x: y for x in range(3) for y in range(x)}, {k: v for k, v in zip("ab", "cd")}, {i: {j: i * j for j in range(2)} for i in range(2)})
print({**{}, **{"a": 1}, "a": 2, **{"b": 3}}, {x: 1 for x in "hello" if x != "l"}, {(i, j): i for i in range(2) for j in range(2) if i != j})
x = "outer"
print({x: x for x in range(2)}, x)
print({"k": (y := 5), "j": y + 1}, y)
try:
    {[]: 1 for _ in range(1)}
except TypeError as error:
    print(error)
try:
    {**{"a": 1}, **None}
except TypeError as error:
    print(error)
print({k: k for k in {"a": 1}}, len({i % 3: i for i in range(10)}), {i % 3: i for i in range(10)})
functions = {i: (lambda i=i: i) for i in range(3)}
print([f() for f in functions.values()], [f() for f in {i: (lambda: i) for i in range(3)}.values()])
