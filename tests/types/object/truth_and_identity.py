# is, is not, chained identity, interning-free comparisons, boolean operators' values
class Falsy:
    def __bool__(self): return False
    def __repr__(self): return "F"
class Truthy:
    def __repr__(self): return "T"
f, t = Falsy(), Truthy()
print(f and t, t and f, f or t, t or f, not f, not t, f and 1 / 0, t or 1 / 0, (f or t) and f, f or f or [], t and t and {}, not not t)
calls = []
def c(x):
    calls.append(x)
    return x
print(c(0) or c("") or c(5) or c(6), c(1) and c([]) and c(2), calls)
calls.clear()
print(c(1) < c(5) < c(3) < c(10), calls, c(1) < c(2) <= c(2) != c(3), calls[4:])
x = y = []
print(x is y, x is not [], [] is [], x is y is not None, None is None, (1 if x else 2), [] == [] is not None, x in [x], not x is y, not (x is not y))
print(1 if f else 2, [i for i in (f, t, 0, 1) if i], any([f, t]), all([t, t]), bool(f), list(filter(None, [f, t])), sorted([t, f], key=bool), (f, t)[bool(t)])
while f: print("never")
if not f and t: print("taken")
print("a" if f else "b" if f else "c", t if f or t else f, [f] and "non-empty", () or "empty", "" or None, 0.0 or 0j or 0, {} or set() or frozenset() or b"" or range(0) or "last")
a = 5 or 1 / 0
b = (lambda: 1)() and (lambda: "v")()
print(a, b, (a := 0) or (b := 7), a, b, f if not t else t, 5 and 6 or 7, 0 and 6 or 7, 1 or 0 and 1 / 0)
def counts(): return [x for x in range(10) if x % 2 and x % 3 or x == 6]
print(counts(), True + (True and 2), (None or {})  == {}, 1 == 1 == True, 1 < 2 == True, (1 < 2) == True, 3 > 2 > 1 and "chain", 1 in [1] == True)
