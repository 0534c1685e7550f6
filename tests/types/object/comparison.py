# Rich comparison: reflection, subclass priority, inherited __ne__, hash
class C:
    def __init__(self, v): self.v = v
    def __repr__(self): return f"C{self.v}"
    def __eq__(self, o): print("eq", self, o); return NotImplemented if o is None else self.v == getattr(o, "v", o)
    def __lt__(self, o): print("lt", self, o); return NotImplemented
    def __gt__(self, o): print("gt", self, o); return "gt result"
class D(C):
    def __gt__(self, o): print("D.gt", self, o); return "D.gt result"
a, b, d = C(1), C(2), D(3)
print(a == b, a != b, a == 1, 1 == a, a == None, a != None)
print(a < b, a < d, d > a, a > b)
try:
    a < 5
except TypeError as error:
    print(error)
try:
    a <= b
except TypeError as error:
    print(error)
try:
    hash(a)
except TypeError as error:
    print(error)
print(C.__hash__, D.__hash__)
class E(C):
    __hash__ = object.__hash__
print(hash(E(1)) is not None)
class OnlyEq:
    def __eq__(self, o): return "eq value"
class Ne:
    def __ne__(self, o): return "ne value"
print(OnlyEq() == 1, OnlyEq() != 1, Ne() != 1, Ne() == 1)
class Chain:
    def __init__(self, n): self.n = n
    def __lt__(self, o): print("chain lt"); return self.n < o.n
    def __le__(self, o): print("chain le"); return self.n <= o.n
x, y, z = Chain(1), Chain(2), Chain(3)
print(x < y < z, z < y < x, x <= y < x)
class Falsy:
    def __lt__(self, o): return []
print(Falsy() < Falsy() < Falsy(), not (Falsy() < 1))
class Raise:
    def __eq__(self, o): raise ValueError("eq")
    def __bool__(self): raise ValueError("bool")
for operation in (lambda: Raise() == 1, lambda: Raise() != 1, lambda: 1 == Raise(), lambda: 1 in [Raise()], lambda: [Raise()].count(1), lambda: (Raise(),) == (1,)):
    try:
        print(operation())
    except ValueError as error:
        print(error)
r = Raise()
print(r in [r], [r] == [r], [r].index(r))
