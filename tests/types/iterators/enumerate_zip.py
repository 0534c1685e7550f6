# enumerate, zip and zip(strict=True)

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("ab", start=-1)), list(enumerate([], 3)), list(enumerate("ab", 2**62)), list(enumerate("ab", 2**64)), list(enumerate("a", True)), list(enumerate(iterable="x", start=3)))
show(enumerate, 5); show(enumerate, "a", 1.0); show(enumerate, "a", "b"); show(enumerate); show(enumerate, start=1)
e = enumerate("abc")
print(next(e), type(e).__name__, iter(e) is e, list(e), next(e, "end"))
print(list(zip()), list(zip("ab")), list(zip("abc", [1, 2])), list(zip("ab", "cd", "ef")), list(zip([], "a")), dict(zip("ab", range(10))), list(zip(*[(1, 2), (3, 4)])), list(zip(*zip("ab", "cd"))), type(zip()).__name__)
show(list, zip("ab", "abc", strict=True)); show(list, zip("abc", "ab", strict=True)); show(list, zip("ab", "ab", "a", strict=True)); show(list, zip("ab", "ab", "abc", strict=True)); show(list, zip("a", "", strict=True)); show(list, zip("", "a", strict=True)); show(list, zip("ab", "cd", strict=True)); show(list, zip(strict=True)); show(zip, 5); show(zip, "a", 5); show(zip, "a", "b", 5); show(list, zip("abc", "ab", strict=0)); show(list, zip("a", "b", "", "c", strict=True)); show(list, zip("ab", "a", "ab", strict=True))
a, b = iter("abc"), iter("de")
print(list(zip(a, b)), list(a))
a, b = iter("abc"), iter("de")
print(list(zip(b, a)), list(a))
it = iter(range(6))
print(list(zip(it, it, it)))
z = zip("ab", [1, 2])
print(next(z), next(z), next(z, "end"), next(z, "end"))
class Fails:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        self.n -= 1
        if self.n < 0: raise ValueError("failed")
        return self.n
z = zip(Fails(2), "abc")
print(next(z), next(z))
show(next, z)
class Z(zip): pass
class E(enumerate): pass
print(list(Z("ab", "cd")), list(E("ab", 1)), type(Z()).__name__)
print([(i, x, y) for i, (x, y) in enumerate(zip("ab", "cd"), 1)], max(enumerate([3, 1]), key=lambda p: p[1]))
