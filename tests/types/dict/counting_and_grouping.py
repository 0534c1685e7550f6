# Counting, grouping, inverting, memoising and merging with plain dicts
text = "the quick brown fox jumps over the lazy dog the end"
counts = {}
for word in text.split(): counts[word] = counts.get(word, 0) + 1
print(counts, sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:3], max(counts, key=counts.get))
groups = {}
for word in counts: groups.setdefault(len(word), []).append(word)
print(groups, {k: sorted(v) for k, v in sorted(groups.items())}, {v: k for k, v in counts.items()})
memo = {}
def fib(n):
    if n not in memo: memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return memo[n]
print(fib(90), len(memo), list(memo)[:5])
a, b = {"x": 1, "y": {"z": 2}}, {"y": {"w": 3}, "q": 4}
def merge(a, b): return {k: merge(a[k], b[k]) if k in a and k in b and isinstance(a[k], dict) else b.get(k, a.get(k)) for k in {**a, **b}}
print(merge(a, b), {**a, **b}, a | b)
table = {(r, c): r * c for r in range(3) for c in range(3)}
print(table[2, 2], (1, 5) in table, sum(table.values()), {k for k, v in table.items() if v == 2} == {(1, 2), (2, 1)})
dispatch = {"add": lambda a, b: a + b, "sub": int.__sub__, "neg": lambda a: -a}
print(dispatch["add"](1, 2), dispatch["sub"](5, 3), dispatch.get("none", lambda *a: "default")(1), [f.__name__ for f in dispatch.values()])
d = {}
d[d.get("k", "k")] = len(d)
d["n"] = d["m"] = len(d)
d["k"], d["new"] = d.get("new"), d["k"]
print(d, dict(sorted(d.items(), key=lambda p: str(p[1]))))
for key in [k for k in d if d[k] is None]: del d[key]
print(d, all(d.values()), any(d), sum(1 for _ in d), list(zip(d, d.values())), dict(zip(d.values(), d)))
big = {i: str(i) for i in range(5000)}
for i in range(0, 5000, 3): del big[i]
for i in range(10000, 12000): big[i] = i
print(len(big), sum(1 for k in big if k >= 10000), list(big)[:3], list(big)[-1], all(big[i] == str(i) for i in range(1, 5000, 3)))
