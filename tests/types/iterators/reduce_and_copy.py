# __reduce__, __setstate__ and copies of the built-in iterators
import copy
class Sequence:
    def __getitem__(self, index):
        if index > 3: raise IndexError
        return index * 10
def count_down(state=[5]):
    state[0] -= 1
    return state[0]
class Pair:
    def __init__(self, items): self.items = items
    def __len__(self): return len(self.items)
    def __getitem__(self, index): return self.items[index]
makers = {
    "list": lambda: iter([1, 2, 3, 4]),
    "tuple": lambda: iter((1, 2, 3, 4)),
    "str": lambda: iter("abcd"),
    "wide": lambda: iter("aé😀d"),
    "bytes": lambda: iter(b"abcd"),
    "bytearray": lambda: iter(bytearray(b"abcd")),
    "range": lambda: iter(range(0, 40, 10)),
    "long range": lambda: iter(range(10**20, 10**20 + 4)),
    "set": lambda: iter({1, 2, 3, 4}),
    "keys": lambda: iter({1: "a", 2: "b", 3: "c"}),
    "values": lambda: iter({1: "a", 2: "b", 3: "c"}.values()),
    "items": lambda: iter({1: "a", 2: "b", 3: "c"}.items()),
    "reversed keys": lambda: reversed({1: "a", 2: "b", 3: "c"}),
    "reversed items": lambda: reversed({1: "a", 2: "b", 3: "c"}.items()),
    "reversed list": lambda: reversed([1, 2, 3, 4]),
    "reversed tuple": lambda: reversed((1, 2, 3, 4)),
    "reversed range": lambda: reversed(range(4)),
    "sequence": lambda: iter(Sequence()),
    "enumerate": lambda: enumerate("abcd", 5),
    "map": lambda: map(str, [1, 2, 3, 4]),
    "filter": lambda: filter(None, [1, 0, 2, 3]),
    "zip": lambda: zip([1, 2, 3], "abc"),
    "strict zip": lambda: zip([1, 2, 3], "abc", strict=True),
}
def shown(value):
    if isinstance(value, tuple): return "(" + ", ".join(map(shown, value)) + ")"
    if isinstance(value, type): return value.__name__
    if hasattr(value, "__next__"): return type(value).__name__
    if callable(value): return value.__name__
    if isinstance(value, Sequence): return "Sequence"
    return repr(value)
for name, make in makers.items():
    it = make()
    print(name, shown(it.__reduce__()))
    first = next(it)
    print("   ", first, shown(it.__reduce__()))
    if name not in ("enumerate", "map", "filter", "zip", "strict zip"):
        other = copy.copy(it)
        print("   ", next(other), list(other), list(it), type(other) is type(it))
    else:
        print("   ", list(it))
    print("   ", shown(it.__reduce__()))
it = iter(count_down, 2)
print(shown(it.__reduce__()), list(it), shown(it.__reduce__()))
for make in (lambda: iter([1, 2, 3, 4]), lambda: iter((1, 2, 3, 4)), lambda: iter("abcd"), lambda: iter("aé😀d"), lambda: iter(b"abcd"), lambda: iter(range(4)), lambda: iter(range(10**20, 10**20 + 4)), lambda: reversed([1, 2, 3, 4]), lambda: reversed((1, 2, 3, 4)), lambda: reversed(Pair([1, 2, 3, 4])), lambda: iter(Sequence())):
    for state in (0, 2, 3, 100, -1, -100, True, "x", None):
        it = make()
        try:
            it.__setstate__(state)
            print(type(it).__name__, state, list(it))
        except TypeError as error:
            print(type(it).__name__, state, error)
z = zip("ab", "c")
z.__setstate__(True)
try:
    print(list(z))
except ValueError as error:
    print(error)
