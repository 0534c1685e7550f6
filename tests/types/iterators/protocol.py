# iter() and next(): __iter__, __getitem__, sentinels, wrong results

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class Seq:
    def __getitem__(self, i):
        if i >= 3: raise IndexError("done")
        return i * 10
class Raises:
    def __getitem__(self, i): raise KeyError(i)
class Stop:
    def __getitem__(self, i):
        if i == 2: raise StopIteration
        return i
class NotIter:
    def __iter__(self): return 5
class NoneIter:
    __iter__ = None
    def __getitem__(self, i): return i
class Next:
    def __next__(self): return 1
class RaisesIter:
    def __iter__(self): raise LookupError("no iter")
class Both:
    def __iter__(self): return iter("from iter")
    def __getitem__(self, i): return "never"
print(list(Seq()), list(Stop()), list(Both())[:2], 20 in Seq(), 5 in Seq(), type(iter(Seq())).__name__, sum(Seq()), max(Seq()), [*Seq()], dict(zip("abc", Seq())))
show(list, Raises()); show(iter, NotIter()); show(iter, NoneIter()); show(iter, Next()); show(iter, 5); show(list, RaisesIter()); show(lambda: 1 in RaisesIter()); show(lambda: 1 in 5); show(lambda: 1 in NoneIter()); show(next, []); show(next, 5); show(next, Seq()); show(next, iter([])); show(next, iter([]), "default"); show(next, iter([]), None)
it = iter(Seq())
print(next(it), list(it), list(it), iter(it) is it)
for i in Next.__mro__[:1]: print(i.__name__)
n = iter([5, 4, 3, 0, 9])
print(list(iter(lambda: next(n), 0)), list(n))
c = iter(lambda: 1, 1)
print(type(c).__name__, list(c), list(c))
show(iter, 5, 1)
def once(values=[1, 2]):
    if not values: raise StopIteration
    return values.pop()
print(list(iter(once, None)))
class Infinite:
    def __iter__(self): return self
    def __next__(self): return 7
i = iter(Infinite())
print(next(i), [x for _, x in zip(range(3), i)], Infinite in [type(i)])
class Late:
    pass
l = Late()
l.__iter__ = lambda: iter("instance")
show(iter, l)
Late.__iter__ = lambda self: iter("cl")
print(list(l))
class BadNext:
    def __iter__(self): return self
    __next__ = 5
show(list, BadNext())
show(iter, type("X", (), {"__iter__": lambda self: [1]})())
