# Set membership and updates while __eq__ changes the set
class Key:
    def __init__(self, n, action=None): self.n, self.action = n, action
    def __hash__(self): return 3
    def __eq__(self, other):
        for key in (self, other):
            if getattr(key, "action", None):
                action, key.action = key.action, None
                action()
        return isinstance(other, Key) and self.n == other.n
s = set()
def make(action):
    s.clear()
    for n in range(6):
        s.add(Key(n))
    return Key(4, action)
for name, action in [("clear", lambda: s.clear()), ("grow", lambda: s.update(Key(n) for n in range(100, 130))), ("pop", lambda: s.pop()), ("ints", lambda: s.update(range(500)))]:
    for operation in (lambda k: k in s, lambda k: s.add(k), lambda k: s.discard(k), lambda k: s.isdisjoint([k]), lambda k: s >= {k}):
        key = make(action)
        result = operation(key)
        print(name, result if isinstance(result, bool) else "", len(list(s)) == len(s), all(k in s for k in list(s)))
key = make(lambda: s.clear())
try:
    s.remove(key)
    print("removed")
except KeyError:
    print("KeyError")
key = make(lambda: s.clear())
print(len(s & {key}) <= 1, len(s - {key}) <= 6)
key = make(lambda: s.clear())
s |= {key}
print(len(s) <= 7, key in s or True)
t = make(None) and {Key(n) for n in range(6)}
u = {Key(0, lambda: t.clear())} | {Key(n) for n in range(1, 6)}
print(isinstance(t == u, bool))
