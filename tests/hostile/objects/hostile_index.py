# Objects whose __index__, __len__, __hash__, __bool__ and __iter__ answer nonsense

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


values = [None, "text", 1.5, -1, 2**63, 2**200, [], object]
methods = ["__index__", "__len__", "__hash__", "__bool__", "__iter__", "__next__", "__int__", "__float__", "__complex__", "__str__", "__repr__", "__format__", "__bytes__", "__contains__", "__length_hint__", "__call__", "__getitem__", "__dir__", "__round__", "__sizeof__"]
count = {}
for method in methods:
    for value in values:
        def answer(self, *args, value=value, calls=[]):
            calls.append(1)
            if len(calls) % 6 == 0 and method in ("__getitem__", "__next__"):
                raise IndexError if method == "__getitem__" else StopIteration
            return value
        C = type("C", (), {method: answer})
        if method == "__next__": C.__iter__ = lambda self: self
        c = C()
        operations = [lambda: len(c), lambda: hash(c), lambda: bool(c), lambda: int(c), lambda: float(c), lambda: complex(c), lambda: str(c), lambda: repr(c), lambda: format(c), lambda: bytes(c), lambda: 1 in c, lambda: [1, 2][c], lambda: "ab" * c, lambda: range(c), lambda: {c: 1}, lambda: c(), lambda: c[0], lambda: next(iter(c)), lambda: dir(c), lambda: round(c), lambda: [0] * c if value != 2**200 and value != 2**63 else 0, lambda: "%d" % c, lambda: chr(c), lambda: not c, lambda: slice(c).indices(5), lambda: next(reversed(c)), lambda: "a".center(c), lambda: (lambda *a: a)(*c) if method not in ("__getitem__", "__next__") else 0, lambda: hex(c), lambda: divmod(c, 2), lambda: c + 1, lambda: list(zip(c, [1]))]
        for operation in operations:
            try:
                operation()
                key = "answered"
            except Exception as error:
                key = type(error).__name__
            count[key] = count.get(key, 0) + 1
print(sorted(k for k in count if count[k] > 5), sum(count.values()) == len(methods) * len(values) * 32)
