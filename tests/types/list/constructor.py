# list() of every kind of iterable, and its errors

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class It:
    def __iter__(self): return iter([1, 2])
class Get:
    def __getitem__(self, i):
        if i == 3: raise IndexError
        return i * i
class Len:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __iter__(self): return iter("ab")
class Hint:
    def __init__(self, hint): self.hint = hint
    def __iter__(self): return self
    def __next__(self): raise StopIteration
    def __length_hint__(self): return self.hint
class BadIter:
    def __iter__(self): return 5
class NoneIter:
    __iter__ = None
print(list(), list("ab"), list((1, 2)), list({1: 2}), list(It()), list(Get()), list(Len(2)), list(Len(100)), list(range(3)), list(map(str, [1])), list(b"ab"))
for hint in (0, 5, NotImplemented, -1, "x", 1.5, None):
    show(list, Hint(hint))
show(list, Len(-1)); show(list, 5); show(list, None); show(list, BadIter()); show(list, NoneIter()); show(list, 1, 2); show(list, iterable=[1]); show(list, int)
def failing():
    yield 1
    raise ValueError("midway")
show(list, failing())
l = [1, 2]
print(list(l) is l, list(l) == l, [*l, *"ab", *()], [[]] * 2)
l.__init__("xyz")
print(l)
l.__init__()
print(l)
class Sub(list):
    def __init__(self, *args, tag=None):
        super().__init__(*args)
        self.tag = tag
s = Sub([1], tag="t")
print(s, s.tag, type(s + [2]), type(s[:]), type(s * 2), type(s.copy()), s == [1], Sub(), list.__new__(Sub))
