# dict.update from a mapping that changes the target or itself
d = {1: 1}
class M:
    def keys(self):
        d.clear()
        return [10, 20]
    def __getitem__(self, key):
        d[key + 1] = "side"
        return key
d.update(M())
print(d)
class Self:
    def keys(self):
        for i in range(3):
            d[i * 100] = "from keys"
            yield i
    def __getitem__(self, key):
        return d.setdefault(key, "value")
d.update(Self())
print(d)
d.update(d)
d |= d
print(len(d), {**d} == d)
source = {1: 1, 2: 2}
class Key:
    def __hash__(self): return 1
    def __eq__(self, other):
        source.clear()
        return False
target = {Key(): "k"}
try:
    target.update(source)
    print(len(target), source)
except RuntimeError as error:
    print(error)
class Bad:
    def keys(self): return [1, 2]
    def __getitem__(self, key):
        if key == 2: raise ValueError("second")
        return "first"
e = {}
try:
    e.update(Bad())
except ValueError as error:
    print(error, e)
try:
    e.update([(3, 3), (4,)])
except ValueError as error:
    print(error, e)
def pairs():
    yield 5, 5
    e.clear()
    yield 6, 6
e.update(pairs())
print(e)
f = {1: 1}
f.update((k, f.pop(1, None)) for k in [7, 8])
print(f)
