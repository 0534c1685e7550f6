# Unary operators on the built-in types and through the dunders.
print(-5, +5, ~5, -(-5), -0, -0.0, +True, -True, ~1)
print(-2.5, +2.5, -1j, +(1+2j), -(1+2j))
print(-(2**70), ~(2**70), -2**63, -(-2**63))


class U:
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'


u = U()
print(-u, +u, ~u)
for op in ('-', '+', '~'):
    for value in ("'a'", '[]', 'None', '1.5', '{}', '(1,)', 'b"x"', 'print'):
        try:
            print(eval(op + value))
        except TypeError as e:
            print(e)


class Inst:
    pass


i = Inst()
i.__neg__ = lambda: 'instance attribute'
try:
    -i
except TypeError as e:
    print(e)
print(not u, not 0)
