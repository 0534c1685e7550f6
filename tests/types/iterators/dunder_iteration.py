# Classes that implement iteration in every way
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
class Fresh:
    def __init__(self, n): self.n = n
    def __iter__(self): return Countdown(self.n)
    def __reversed__(self): return iter(range(self.n))
    def __contains__(self, x): return x == "magic"
    def __len__(self): return self.n
class Gen:
    def __iter__(self):
        yield 1
        yield from Fresh(2)
class Old:
    def __len__(self): return 3
    def __getitem__(self, i):
        if isinstance(i, slice): return ("slice", i.start, i.stop)
        if i < 0: i += 3
        if not 0 <= i < 3: raise IndexError("old")
        return i * i
c, f, o = Countdown(3), Fresh(3), Old()
print(list(c), list(c), list(f), list(f), list(reversed(f)), "magic" in f, 1 in f, list(Gen()), list(o), list(reversed(o)), 4 in o, 5 in o, o[1:2], o[-1], sorted(f), max(o), sum(Gen()), tuple(Gen()), [*f, *o], dict(zip(f, o)), list(map(str, o)), list(enumerate(Gen())))
for i, x in enumerate(Fresh(2)):
    for y in Fresh(2): print(i, x, y, end=" ")
print()
it = iter(f)
print(next(it), next(it), next(it), next(it, "end"), iter(it) is it)
class Meta(type):
    def __iter__(cls): return iter(["on", "class"])
    def __len__(cls): return 2
class OnClass(metaclass=Meta): pass
print(list(OnClass), len(OnClass), [x for x in OnClass])
class Broken:
    def __init__(self): self.calls = 0
    def __iter__(self): return self
    def __next__(self):
        self.calls += 1
        if self.calls == 2: raise StopIteration
        return self.calls
b = Broken()
print(list(b), [x for x, _ in zip(b, range(3))], b.calls)
class Swap:
    def __iter__(self): return iter("first")
s = Swap()
it = iter(s)
Swap.__iter__ = lambda self: iter("second")
print("".join(it), "".join(s))
class Delegate:
    def __init__(self, target): self.target = target
    def __getattr__(self, name): return getattr(self.target, name)
d = Delegate([1, 2])
print(d.append(3), d.target, d.__len__())
try:
    list(d)
except TypeError as error:
    print(error)
class Peek:
    def __init__(self, it): self.it, self.buffer = iter(it), []
    def __iter__(self): return self
    def __next__(self): return self.buffer.pop() if self.buffer else next(self.it)
    def peek(self):
        self.buffer.append(next(self))
        return self.buffer[-1]
p = Peek("abc")
print(p.peek(), p.peek(), next(p), list(p), [x for x in iter(lambda i=iter([1, 2, 0, 3]): next(i), 0)])
