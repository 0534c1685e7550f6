# repr of tuples, lists, dicts and sets that contain themselves
l = []
l.append(l)
print(l, [l], (l,), str(l))
t = ([],)
t[0].append(t)
print(t, t[0])
d = {}
d["self"] = d
d["list"] = [d]
print(d)
a, b = [], []
a.append(b); b.append(a)
print(a, b)
class C:
    def __init__(self): self.items = [self]
    def __repr__(self): return f"C({self.items})"
class D(dict):
    pass
e = D()
e[1] = e
print(e)
class L(list):
    def __repr__(self): return "L" + super().__repr__()
x = L([1])
x.append(x)
print(x)
print(d.keys(), d.values(), list(d.items())[0][0])
import collections
q = collections.deque([1])
q.append(q)
print(q)
o = collections.OrderedDict()
o["o"] = o
print(o)
n = collections.defaultdict(int)
n[1] = n
print(n)
