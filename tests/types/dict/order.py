# Insertion order through deletion, update and reinsertion
d = {}
for i in range(10):
    d[i] = i
for i in range(0, 10, 2):
    del d[i]
d[4] = "again"
d[1] = "kept in place"
print(d, list(reversed(d)), list(reversed(d.items()))[0], list(reversed(d.values())))
d.pop(3)
d[3] = "end"
print(list(d), d.popitem())
d.update({9: "nine", 0: "zero"})
print(d)
e = {k: d[k] for k in sorted(d)}
print(e, e == d, list(e) == list(d))
print({"a": 1, "b": 2, "a": 3}, {1: "a", True: "b"})
f = {}
for i in range(1000):
    f[i] = i
    if i % 3:
        del f[i // 2 if i // 2 in f else i]
print(len(f), list(f)[:10], list(f)[-5:], sum(f))
while len(f) > 3:
    f.popitem()
print(f)
first = next(iter(f))
f[first] = f.pop(first)
print(list(f))
g = dict.fromkeys("hello")
print(g, "".join(g), {**g, "h": 1}, dict(reversed(g.items())))
g["h"] = g.pop("h")
print("".join(g))
for key in list(g):
    g[key.upper()] = g.pop(key)
print("".join(g))
