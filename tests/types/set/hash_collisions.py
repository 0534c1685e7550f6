# Sets and dicts of keys with equal hashes and surprising equality
class Key:
    def __init__(self, value, hash_value=1): self.value, self.hash_value = value, hash_value
    def __hash__(self): return self.hash_value
    def __eq__(self, other): return isinstance(other, Key) and self.value == other.value
    def __repr__(self): return f"K{self.value}"
s = {Key(i) for i in range(50)}
print(len(s), Key(25) in s, Key(50) in s, sorted(k.value for k in s) == list(range(50)))
for i in range(0, 50, 3): s.remove(Key(i))
print(len(s), Key(3) in s, Key(4) in s, len(s | {Key(i) for i in range(60)}), len(s & {Key(4), Key(3)}))
d = {Key(i, i % 4): i for i in range(40)}
print(len(d), d[Key(17, 1)], d.get(Key(17, 2)), d.pop(Key(5, 1)), len(d), [k for k in d][:6])
class Always:
    def __hash__(self): return 0
    def __eq__(self, other): return True
print(len({Always(), Always()}), 0 in {Always()}, {Always(): 1}.get(0), {0: "zero"}.get(Always()), {5: "five"}.get(Always()), len({Always(), 0, 1}))
class Never:
    def __hash__(self): return 0
    def __eq__(self, other): return False
n = Never()
print(n in {n}, Never() in {n}, len({n, n, Never()}), {n: 1}[n], [n].count(n), n == n)
class Changing:
    def __init__(self): self.h = 1
    def __hash__(self): return self.h
c = Changing()
t = {c}
c.h = 2
print(c in t, len(t), c in list(t), t == {c}, len(t | {c}), t.discard(c), len(t))
for a, b in [(1, 1.0), (0, False), (2**61 - 1, 0), (hash("x") and "x", "x"), (1, True), (-1, -2), (float(2**53), 2**53), (1 + 0j, 1)]:
    print(a == b, hash(a) == hash(b), len({a, b}))
print(hash(-1), hash(-1.0), hash(-1 + 0j), {-1, -2, -1.0}, {1: "a", 1.0: "b", True: "c", 1 + 0j: "d"})
