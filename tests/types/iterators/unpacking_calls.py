# Star unpacking of every iterable into calls, displays and targets

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


def f(*a, **k): return a, k
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return iter(range(self.n))
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i
def gen(): yield from "ab"
for source in ([1], (1,), "ab", b"ab", {1}, {1: 2}, range(2), It(2), Seq(), gen(), map(str, [1]), zip("a", "b"), enumerate("a"), {1: 2}.items(), iter([1]), reversed([1, 2]), frozenset([1]), bytearray(b"z"), filter(None, [1])):
    values = list(source)
    print(f(*values), [*values, 0], (0, *values), len({*values}), [*values][:1] + [*values][1:])
print(f(*It(3), *gen(), x=1, **{"y": 2}), f(*[], **{}), [*It(0), *It(2)], (*gen(),), {**{"a": 1}, "b": 2}, f(*"a", *"b"), f(*(i for i in range(2)), k=[*It(1)]))
a, *b = It(4); *c, d = gen(); e, *g, h = Seq()
print(a, b, c, d, e, g, h)
for bad in (5, None, 1.5, object, len): show(lambda: f(*bad)); show(lambda: [*bad]); show(lambda: f(**bad)); show(lambda: {**bad})
def unpack(value):
    x, y = value
    return x, y
for value in ([1], [1, 2, 3], "a", "ab", It(2), It(3), {1: 1, 2: 2}, 5, None, gen(), (i for i in range(1)), range(2), b"ab"): show(unpack, value)
def star(value):
    x, *y, z = value
    return x, y, z
for value in ([1], [1, 2], "abc", It(5), 5): show(star, value)
class Bad:
    def __iter__(self): raise KeyError("iter")
class BadNext:
    def __iter__(self): return self
    def __next__(self): raise KeyError("next")
for value in (Bad(), BadNext()): show(unpack, value); show(lambda: f(*value)); show(lambda: [*value]); show(lambda: sorted(value))
def order(*a): return a
trace = []
def t(x): trace.append(x); return x
order(t(1), *t([2]), t(3)); order(*t("a"), **{} if t({}) else {})
print(trace)
print(*range(3), *"ab", sep="-"); print(*[]); print(max(*[1, 5, 3]), dict(*[[("a", 1)]], **{"b": 2}), "{} {}".format(*"xy"), range(*[1, 10, 3]), slice(*[1, 2]), int(*["ff", 16]))
