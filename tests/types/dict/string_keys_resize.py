# Growth, deletion and reinsertion of many string keys
d = {}
for i in range(3000): d[f"key{i}"] = i
assert all(d[f"key{i}"] == i for i in range(3000)) and len(d) == 3000 and list(d) == [f"key{i}" for i in range(3000)]
for i in range(0, 3000, 2): assert d.pop(f"key{i}") == i
assert list(d.values()) == list(range(1, 3000, 2))
for i in range(0, 3000, 4): d[f"key{i}"] = -i
assert list(d.values()) == list(range(1, 3000, 2)) + [-i for i in range(0, 3000, 4)]
assert all((f"key{i}" in d) == (i % 2 == 1 or i % 4 == 0) for i in range(3000))
e = dict(d)
e.update(d)
assert e == d and list(e) == list(d)
for key in list(d):
    if d[key] <= 0: del d[key]
assert len(d) == 1500 and d != e
class C: pass
c = C()
for i in range(300): setattr(c, f"attribute{i}", i)
assert all(getattr(c, f"attribute{i}") == i for i in range(300)) and len(vars(c)) == 300
for i in range(0, 300, 3): delattr(c, f"attribute{i}")
assert [v for v in vars(c).values()] == [i for i in range(300) if i % 3]
c.__dict__["direct"] = 1
vars(c).update(more=2)
print(c.direct, c.more, len(c.__dict__), hasattr(c, "attribute0"), hasattr(c, "attribute1"))
f = {}
for i in range(100000): f[i % 1000] = i
print(len(f), f[0], f[999], list(f)[:3])
g = {i: i for i in range(10)}
for i in range(1000):
    g[i + 10] = g.pop(i)
print(len(g), list(g.items()))
