# What copies of built-in iterators are made from
import copy
def parts(x):
    return tuple(parts(i) for i in x) if isinstance(x, tuple) else x if isinstance(x, (int, str, bytes, list, dict, type(None))) else getattr(x, "__name__", None) or type(x).__name__

makers = [lambda: iter([1, 2]), lambda: iter((1, 2)), lambda: iter("ab"), lambda: iter(b"ab"), lambda: iter(bytearray(b"ab")), lambda: iter(range(2)), lambda: iter({1: 2, 3: 4}), lambda: iter({1: 2, 3: 4}.items()),
          lambda: iter({1, 2}), lambda: reversed([1, 2]), lambda: reversed((1, 2)), lambda: reversed("ab"), lambda: reversed({1: 2, 3: 4}), lambda: reversed([]), lambda: enumerate("ab"), lambda: enumerate("ab", 5), lambda: enumerate("ab", 1 << 70),
          lambda: zip("ab", [1, 2]), lambda: zip("a", [1], strict=True), lambda: zip(), lambda: map(str, [1, 2]), lambda: filter(None, [0, 1, 2]), lambda: iter([1, 2].pop, 1), lambda: iter(range(1 << 70, (1 << 70) + 2))]
for make in makers:
    for steps in (0, 1, 5):
        it = make()
        for _ in range(steps):
            next(it, None)
        print(type(it).__name__, steps, parts(it.__reduce__()), end=" ")
        try:
            print(list(copy.copy(it)))
        except Exception as error:
            print(type(error).__name__, error)
