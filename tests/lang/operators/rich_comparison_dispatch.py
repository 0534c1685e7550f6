# Comparison asks the left operand, then the right one with the mirrored operator.
class C:
    def __init__(self, name, answer=NotImplemented):
        self.name, self.answer = name, answer

    def __repr__(self):
        return self.name


for op in 'lt le gt ge eq ne'.split():
    def method(self, other, op=op):
        print(f'{self.name}.{op}', end=' ')
        return self.answer
    setattr(C, f'__{op}__', method)
C.__hash__ = object.__hash__


class D(C):
    pass


class E(C):
    def __lt__(self, other):
        print('E.lt', end=' ')
        return 'E'


a, b, d, e = C('a'), C('b', 'yes'), D('d'), E('e')
for source in ['a < b', 'a <= b', 'a > b', 'a >= b', 'a == b', 'a != b', 'a == a', 'a != a', 'a < a', 'a < d', 'a > e', 'a < e', 'e > a', 'a == 1', '1 == a', '1 < b', '1 > a', 'a == None', 'b in [a]', 'a in [b]', 'max(b, b)', '[a] == [b]', '[a] < [b]', '(1, a) == (1, b)']:
    try:
        print('->', eval(source))
    except TypeError as exc:
        print('->', exc)


class OnlyLt:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f'O{self.v}'


x, y = OnlyLt(1), OnlyLt(2)
print(x < y, x > y, sorted([y, x]), max([x, y]), min(y, x), x == y, x != y)
try:
    x <= y
except TypeError as exc:
    print(exc)


class EqOnly:
    def __eq__(self, o): return True


print(EqOnly() == 5, EqOnly() != 5, 5 == EqOnly(), 5 != EqOnly())
try:
    hash(EqOnly())
except TypeError as exc:
    print(exc)
