# Building tuples, dicts and sets from iterators that see other objects change
items = [1, 2, 3]
def gen():
    for x in items:
        yield x
        if len(items) < 6:
            items.append(x * 10)
print(tuple(gen()), items)
class Len:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __iter__(self): return iter(range(3))
for n in (0, 1, 3, 10, 1000):
    print(tuple(Len(n)), list(Len(n)), [*Len(n)], sorted(Len(n)))
class Hint:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
    def __length_hint__(self):
        self.n = 2
        return 100
print(list(Hint(5)), tuple(Hint(5)), [0, *Hint(5)])
def f(*args, **kwargs): return args, kwargs
args = [1, 2]
def changing():
    yield "a"
    args.append(3)
    yield "b"
print(f(*args, *changing(), *args))
kw = {"x": 1}
print(f(**kw, y=kw.update(z=5)), kw)
print(f(args.append(4), *args, args.pop()))
l = [1, 2, 3]
print([l.pop(0), *l, l.append(7), *l])
d = {1: 2}
print({**d, 3: d.update({4: 5}), **d})
a, b, c = l[0], l.clear(), l
print(a, b, c)
