# Iterators whose sources vanish while they are used
it = iter([1, 2, 3])
class Once:
    def __call__(self):
        return next(it)
print(list(iter(Once(), 3)))
items = [1, 2, 3]
pairs = zip(items, iter(lambda: items.pop() if items else 0, 0))
print(list(pairs), items)
items = [1, 2, 3, 4]
r = reversed(items)
print(next(r))
items.clear()
print(list(r))
e = enumerate(items)
items.extend("ab")
print(next(e))
items.clear()
print(list(e))
m = map(lambda a, b: (a, b, source.append(b)), range(3), (source := [1]))
print(list(m), source)
f = filter(lambda x: x and (values.append(0) is None), (values := [1, 2]))
print(list(f), values)
class Stop:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n % 3 == 0: raise StopIteration
        return self.n
s = Stop()
print(list(s), list(s), list(s))
def g():
    yield 1
    yield from h
h = [2, 3]
gen = g()
print(next(gen), h.append(4), list(gen))
it = iter(d := {1: "a", 2: "b"})
next(it)
d[1] = "changed"
print(next(it))
class Iter:
    def __iter__(self):
        self.__class__ = Other
        return iter("one")
class Other:
    def __iter__(self): return iter("two")
o = Iter()
print(list(o), list(o))
def self_close():
    try:
        yield 1
        generator.close()
    except ValueError as error:
        yield str(error)
generator = self_close()
print(list(generator))
