# OrderedDict, defaultdict and Counter with keys and factories that change them
import collections
class Key:
    def __init__(self, n, action=None): self.n, self.action = n, action
    def __hash__(self): return 1
    def __eq__(self, other):
        for key in (self, other):
            if getattr(key, "action", None):
                action, key.action = key.action, None
                action()
        return isinstance(other, Key) and self.n == other.n
o = collections.OrderedDict((Key(n), n) for n in range(5))
probe = Key(3, lambda: o.clear())
print(o.get(probe, "none"), len(o))
o = collections.OrderedDict((n, n) for n in range(5))
try:
    for k in o:
        o.move_to_end(k)
        if o[k] > 10: break
        o[k] += 6
except RuntimeError as error:
    print(error)
o = collections.OrderedDict(a=1, b=2)
try:
    for k in o:
        o["c" + k] = 1
except RuntimeError as error:
    print(error)
d = collections.defaultdict(lambda: d.clear() or len(d))
d[1]; d[2]; d[3]
print(dict(d))
d = collections.defaultdict(lambda: d.__setitem__("side", 1) or "made")
print(d["x"], dict(d))
d = collections.defaultdict(lambda: d["next"] if len(d) < 0 else "deep")
print(d["x"], dict(d))
def raising(): raise LookupError("factory")
d = collections.defaultdict(raising)
try:
    d["x"]
except LookupError as error:
    print(error, dict(d))
c = collections.Counter("aab")
try:
    for k in c:
        c[k + k] += 1
except RuntimeError as error:
    print(error)
c.update(c)
c += c
print(c["a"], c.total() > 0)
c.subtract(c)
print(set(c.values()))
