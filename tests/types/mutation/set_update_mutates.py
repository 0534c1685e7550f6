# Sets updated from iterables that change them
s = {1, 2, 3}
def gen():
    s.clear()
    yield 10
    s.add(99)
    yield 20
s.update(gen())
print(sorted(s))
s = {1, 2, 3}
s.difference_update(x for x in [1, 2] if s.add(x + 100) is None)
print(sorted(s))
s = {1, 2, 3}
s.intersection_update(x for x in list(s) if s.discard(3) is None)
print(sorted(s))
s = {1, 2, 3}
s.symmetric_difference_update(x for x in [3, 4] if s.add(50) is None)
print(sorted(s))
s = set(range(5))
s.update(s); s.difference_update(set()); s.intersection_update(s)
print(sorted(s))
s.difference_update(s)
print(s)
s = set(range(5))
try:
    s.update(x + 1000 for x in s)
except RuntimeError as error:
    print(error)
print(len(s) >= 5, s >= set(range(5)))
s = {1}
class Evil:
    def __hash__(self):
        s.update(range(200))
        return 5
    def __eq__(self, other): return False
s.add(Evil())
print(len(s))
s = {1, 2}
s |= {Evil()} if len(s) < 100 else set()
print(len(s))
def raising():
    yield 7
    raise KeyError("mid")
s = set()
try:
    s.update(raising())
except KeyError:
    print(s)
try:
    s.update([8], 5)
except TypeError as error:
    print(error, sorted(s))
