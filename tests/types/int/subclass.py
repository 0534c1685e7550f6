# Subclasses of int: construction, operators, reflected operators first
class Metres(int):
    def __new__(cls, value, unit="m"):
        self = super().__new__(cls, value)
        self.unit = unit
        return self
    def __add__(self, other):
        return Metres(int(self) + int(other), self.unit)
    __radd__ = __add__
    def __repr__(self):
        return f"{int(self)}{self.unit}"
    def __rsub__(self, other):
        return f"rsub({other!r})"
m = Metres(5)
print(m, m + 1, 1 + m, m + m, m * 2, type(m * 2), 10 - m, m - 10, [m], f"{m}", f"{m:5}", str(m), "%d|%s|%r" % (m, m, m))
print(sum([m, m, 1]), m == 5, hash(m) == hash(5), {m: 1}[5], m.unit, m.__dict__, isinstance(m, int))
class Strange(int):
    def __eq__(self, other): return NotImplemented
    def __lt__(self, other): return "lt"
    def __bool__(self): return False
    def __index__(self): return 1
    def __hash__(self): return 7
s = Strange(5)
print(s == 5, 5 == s, s != 6, s < 1, 1 > s, s > 1, bool(s), [10, 20, 30, 40, 50, 60][s], list(range(s)), hash(s))
class Inplace(int):
    def __iadd__(self, other):
        return Inplace(int(self) + other * 100)
i = Inplace(1)
i += 2
print(i, type(i).__name__)
i -= 1
print(i, type(i).__name__)
print(int(m) is m, type(int(m)), m.__int__(), type(m.__int__()), m.real, type(m.real))
