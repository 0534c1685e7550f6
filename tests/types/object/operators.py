# Binary operators: order of attempts, subclasses first, in-place forms
class Base:
    def __init__(self, name): self.name = name
    def __repr__(self): return self.name
for op in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor", "matmul", "divmod"):
    setattr(Base, f"__{op}__", lambda self, other, op=op: f"{self}.{op}({other})")
    setattr(Base, f"__r{op}__", lambda self, other, op=op: f"{self}.r{op}({other})")
a, b = Base("a"), Base("b")
print(a + b, a - 1, 1 - a, a * b, 2 * a, a / b, 1 / a, a // b, 1 // a, a % b, 1 % a, a ** b, 2 ** a, a << 1, 1 << a, a >> 1, a & 1, 1 & a, a | 1, 1 | a, a ^ 1, 1 ^ a, a @ b, 1 @ a, divmod(a, 1), divmod(1, a), "x" + a, [1] + a, "%s" % a, (1,) * a if False else 1.5 * a)
class Sub(Base):
    def __radd__(self, other): return f"{self}.sub radd({other})"
class SubNo(Base): pass
print(a + Sub("s"), Sub("s") + a, a + SubNo("n"), a - Sub("s"), Sub("s") + Sub("t"))
class No:
    def __add__(self, other): return NotImplemented
    def __radd__(self, other): return NotImplemented
    __sub__ = None
    __rmul__ = None
for operation in (lambda: No() + No(), lambda: No() + 1, lambda: 1 + No(), lambda: No() - 1, lambda: 2 * No()):
    try:
        print(operation())
    except TypeError as error:
        print(error)
class In:
    def __init__(self): self.log = []
    def __iadd__(self, other): self.log.append(other); return self
    def __imul__(self, other): return "replaced"
    def __isub__(self, other): return NotImplemented
    def __sub__(self, other): return "sub"
i = j = In()
i += 1
i += 2
print(i is j, i.log)
j -= 1
print(j)
i *= 3
print(i)
class SameType:
    def __add__(self, other): return NotImplemented
    def __radd__(self, other): return "radd of the same type"
try:
    print(SameType() + SameType())
except TypeError as error:
    print(error)
class Un:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __round__(self, n="none"): return ("round", n)
    def __trunc__(self): return "trunc"
    def __pow__(self, other, mod="nomod"): return ("pow", other, mod)
    def __rpow__(self, other, mod="nomod"): return ("rpow", other, mod)
u = Un()
print(-u, +u, ~u, abs(u), round(u), round(u, 2), round(u, None), u ** 2, pow(u, 2), pow(u, 2, 3), 2 ** u)
try:
    pow(2, u, 3)
except TypeError as error:
    print(error)
class Instance: pass
k = Instance()
k.__add__ = lambda other: "instance"
try:
    k + 1
except TypeError as error:
    print(error)
