# Objects all of whose methods raise
names = "add radd iadd sub mul rmul truediv floordiv mod pow matmul and or xor lshift rshift neg pos abs invert lt le eq ne gt ge hash bool len iter next contains getitem setitem delitem call str repr format int float complex index round floor ceil enter exit get set delete getattr setattr delattr getattribute dir reversed length_hint bytes missing instancecheck subclasscheck await aiter anext del copy".split()
import sys
sys.unraisablehook = lambda info: None
class Boom(Exception): pass
def boom(*args, **kwargs): raise Boom("boom")
def operations(c):
    def setitem(): c[0] = 1
    def delitem(): del c[0]
    def setattribute(): c.x = 1
    def delattribute(): del c.x
    def use():
        with c: pass
    def iadd():
        x = c
        x += 1
    return [lambda: c + 1, lambda: 1 + c, iadd, lambda: c - 1, lambda: c * 2, lambda: 2 * c, lambda: c / 1, lambda: c // 1, lambda: c % 1, lambda: c ** 2, lambda: c @ c, lambda: c & 1, lambda: c | 1, lambda: c ^ 1, lambda: c << 1, lambda: c >> 1, lambda: -c, lambda: +c, lambda: abs(c), lambda: ~c, lambda: c < 1, lambda: c <= 1, lambda: c == 1, lambda: c != 1, lambda: c > 1, lambda: c >= 1, lambda: hash(c), lambda: bool(c), lambda: len(c), lambda: iter(c), lambda: list(c), lambda: next(c), lambda: 1 in c, lambda: c[0], setitem, delitem, lambda: c(), lambda: str(c), lambda: repr(c), lambda: format(c), lambda: f"{c}", lambda: int(c), lambda: float(c), lambda: complex(c), lambda: round(c), use, lambda: c.missing, setattribute, delattribute, lambda: dir(c), lambda: list(reversed(c)), lambda: bytes(c), lambda: [1, 2][c], lambda: {c}, lambda: sorted([c, c]), lambda: [c].index(1), lambda: "%s" % c, lambda: sum([c]), lambda: max([c, c]), lambda: isinstance(1, c), lambda: (lambda *a: a)(*c), lambda: [*c], lambda: {**c}, lambda: "".join(c), lambda: dict(c), lambda: set([c]), lambda: type(c).__name__, lambda: vars(c)]
tally = {}
for name in names:
    C = type("C", (), {f"__{name}__": boom})
    c = C()
    for operation in operations(c):
        try:
            operation()
            key = "answered"
        except Exception as error:
            key = type(error).__name__
        tally[key] = tally.get(key, 0) + 1
    del c
print(sorted(tally) == ["AttributeError", "Boom", "TypeError", "answered"] or sorted(tally), tally["Boom"] > 60)
All = type("All", (), {f"__{name}__": boom for name in names if name != "getattribute"})
a = All()
for operation in operations(a):
    try:
        operation()
    except Exception:
        pass
print("survived")
del a
print("deleted")
