# Positions of iterators over sequences can be set
makers = {"list": lambda: iter([1, 2, 3]), "tuple": lambda: iter((1, 2, 3)), "str": lambda: iter("abc"), "wide": lambda: iter("a\U0001f600c"), "bytes": lambda: iter(b"abc"), "bytearray": lambda: iter(bytearray(b"abc")),
          "range": lambda: iter(range(3)), "reversed list": lambda: reversed([1, 2, 3]), "reversed tuple": lambda: reversed((1, 2, 3)), "sequence": lambda: iter(Sequence())}

class Sequence:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i
    def __len__(self):
        return 3

for name, make in makers.items():
    for state in (0, 1, 3, 100, -1, -5):
        it = make()
        next(it)
        it.__setstate__(state)
        print(name, state, it.__length_hint__(), list(it), end="; ")
    print()
    for state in ("a", None, 1.0):
        try:
            make().__setstate__(state)
            print(name, "accepted", state)
        except TypeError as error:
            print(name, error)
    it = make()
    list(it)
    it.__setstate__(0)
    print(name, "after the end", list(it))
