# Looking up keys whose __eq__ changes the dict
class Key:
    def __init__(self, n, action=None): self.n, self.action = n, action
    def __hash__(self): return 7
    def __eq__(self, other):
        for key in (self, other):
            if getattr(key, "action", None):
                action, key.action = key.action, None
                action()
        return isinstance(other, Key) and self.n == other.n
    def __repr__(self): return f"K{self.n}"
def make(action):
    d.clear()
    for n in range(6):
        d[Key(n)] = n
    return Key(4, action)
d = {}
for name, action in [("clear", lambda: d.clear()), ("grow", lambda: d.update((Key(n), n) for n in range(100, 140))), ("delete", lambda: [d.pop(k) for k in list(d)[:3]]), ("replace", lambda: (d.clear(), d.update({Key(4): "new"}))), ("popitem", lambda: d.popitem())]:
    for operation in (lambda k: d.get(k, "none"), lambda k: k in d, lambda k: d.pop(k, "none")):
        key = make(action)
        result = operation(key)
        print(name, result, len(d), len(list(d)) == len(d), all(k in d for k in list(d)))
    for operation in (lambda k: d.setdefault(k, "default"), lambda k: d.__setitem__(k, "set")):
        key = make(action)
        operation(key)
        print(name, len(d), len(list(d)) == len(d), len(list(d.items())) == len(list(d.values())))
key = make(lambda: d.clear())
try:
    del d[key]
except KeyError as error:
    print(error)
print(d)
key = make(lambda: d.clear())
try:
    d[key]
except KeyError as error:
    print(error)
