# Keys whose __hash__ changes the dict
class Key:
    def __init__(self, action): self.action = action
    def __hash__(self):
        self.action()
        return 5
    def __eq__(self, other): return self is other
d = {i: i for i in range(5)}
key = Key(lambda: d.clear())
d[key] = "value"
print(list(d.values()))
d = {i: i for i in range(5)}
print(d.get(Key(lambda: d.clear()), "none"), d)
d = {i: i for i in range(5)}
print(d.setdefault(Key(lambda: d.pop(0, None)), "default"), len(d))
d = {i: i for i in range(5)}
print(d.pop(Key(lambda: d.update(x=1)), "none"), d)
d = {i: i for i in range(5)}
grow = Key(lambda: d.update({i: i for i in range(1000)}))
d[grow] = 1
print(len(d), grow in d, len(d))
counter = 0
def counting():
    global counter
    counter += 1
k = Key(counting)
e = {k: 1}
e[k]; k in e; e.get(k); e.copy(); dict(e); {**e}; e | e; list(e); e == e.copy()
print(counter)
big = {k: 1}
for i in range(1000): big[i] = i
print(counter)
s = {k}
t = s | {1}; t.copy(); set(e); frozenset(s)
print(counter)
class Unstable:
    def __init__(self): self.n = 0
    def __hash__(self):
        self.n += 1
        return self.n
u = Unstable()
d = {u: "here"}
print(u in d, [x is u for x in d], d.pop(u, "lost"), len(d), list(d.values()))
d.clear()
print(d)
