# Matrices with operators, slicing, iteration and exact determinants by hand-written fractions.
from functools import total_ordering, reduce


def gcd(a, b):
    while b:
        a, b = b, a % b
    return abs(a)


@total_ordering
class Fraction:
    __slots__ = ('n', 'd')

    def __init__(self, n=0, d=1):
        if d == 0:
            raise ZeroDivisionError(f'Fraction({n}, 0)')
        if d < 0:
            n, d = -n, -d
        g = gcd(n, d) or 1
        self.n, self.d = n // g, d // g

    @classmethod
    def of(cls, v):
        if isinstance(v, cls):
            return v
        if isinstance(v, int):
            return cls(v)
        return NotImplemented

    def _op(fn):
        def forward(self, other):
            other = Fraction.of(other)
            return other if other is NotImplemented else fn(self, other)

        def reflected(self, other):
            other = Fraction.of(other)
            return other if other is NotImplemented else fn(other, self)
        return forward, reflected

    __add__, __radd__ = _op(lambda a, b: Fraction(a.n * b.d + b.n * a.d, a.d * b.d))
    __sub__, __rsub__ = _op(lambda a, b: Fraction(a.n * b.d - b.n * a.d, a.d * b.d))
    __mul__, __rmul__ = _op(lambda a, b: Fraction(a.n * b.n, a.d * b.d))
    __truediv__, __rtruediv__ = _op(lambda a, b: Fraction(a.n * b.d, a.d * b.n))
    __eq__, _ = _op(lambda a, b: (a.n, a.d) == (b.n, b.d))
    __lt__, _ = _op(lambda a, b: a.n * b.d < b.n * a.d)
    del _op, _

    def __hash__(self): return hash((self.n, self.d)) if self.d != 1 else hash(self.n)
    def __neg__(self): return Fraction(-self.n, self.d)
    def __bool__(self): return self.n != 0
    def __float__(self): return self.n / self.d
    def __repr__(self): return f'{self.n}' if self.d == 1 else f'{self.n}/{self.d}'


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ValueError('rows of different lengths')

    @classmethod
    def identity(cls, n):
        return cls([int(i == j) for j in range(n)] for i in range(n))

    @property
    def shape(self): return len(self.rows), len(self.rows[0]) if self.rows else 0

    def __getitem__(self, key):
        match key:
            case (int(i), int(j)): return self.rows[i][j]
            case (slice() as i, slice() as j): return Matrix(r[j] for r in self.rows[i])
            case int(i): return self.rows[i]
            case _: raise TypeError(f'bad index {key!r}')

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value

    def __iter__(self): return (x for r in self.rows for x in r)
    def __eq__(self, o): return self.rows == o.rows if isinstance(o, Matrix) else NotImplemented
    def __add__(self, o):
        if self.shape != o.shape:
            raise ValueError(f'shapes {self.shape} and {o.shape} do not match')
        return Matrix([a + b for a, b in zip(r, s)] for r, s in zip(self.rows, o.rows))
    def __neg__(self): return Matrix([-x for x in r] for r in self.rows)
    def __sub__(self, o): return self + -o
    def __mul__(self, k): return Matrix([x * k for x in r] for r in self.rows)
    __rmul__ = __mul__
    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]:
            raise ValueError(f'cannot multiply {self.shape} by {o.shape}')
        cols = list(zip(*o.rows))
        return Matrix([sum(a * b for a, b in zip(r, c)) for c in cols] for r in self.rows)
    def __pow__(self, n):
        if n < 0:
            return self.inverse() ** -n
        result, base = Matrix.identity(self.shape[0]), self
        while n:
            if n & 1:
                result = result @ base
            base = base @ base
            n >>= 1
        return result
    @property
    def T(self): return Matrix(zip(*self.rows))

    def _eliminate(self):
        a = [[Fraction.of(x) for x in r] for r in self.rows]
        n, sign = len(a), 1
        for c in range(n):
            pivot = next((r for r in range(c, n) if a[r][c]), None)
            if pivot is None:
                return a, 0
            if pivot != c:
                a[c], a[pivot] = a[pivot], a[c]
                sign = -sign
            for r in range(c + 1, n):
                factor = a[r][c] / a[c][c]
                a[r] = [x - factor * y for x, y in zip(a[r], a[c])]
        return a, sign

    def det(self):
        a, sign = self._eliminate()
        return reduce(lambda x, y: x * y, (a[i][i] for i in range(len(a))), Fraction(sign))

    def inverse(self):
        n = len(self.rows)
        a = [[Fraction.of(x) for x in r] + [Fraction(int(i == j)) for j in range(n)] for i, r in enumerate(self.rows)]
        for c in range(n):
            pivot = next((r for r in range(c, n) if a[r][c]), None)
            if pivot is None:
                raise ZeroDivisionError('singular matrix')
            a[c], a[pivot] = a[pivot], a[c]
            a[c] = [x / a[c][c] for x in a[c]]
            for r in range(n):
                if r != c and a[r][c]:
                    a[r] = [x - a[r][c] * y for x, y in zip(a[r], a[c])]
        return Matrix(r[n:] for r in a)

    def __repr__(self): return '[' + '; '.join(' '.join(map(str, r)) for r in self.rows) + ']'


a = Matrix([[1, 2], [3, 4]])
b = Matrix([[0, 1], [1, 0]])
print(a + b, a - b, a * 2, 3 * a, a @ b, -a, a.T, a ** 5, a == a.T.T, a == 5)
print(a.det(), a.inverse(), a @ a.inverse() == Matrix.identity(2), a ** -2)
h = Matrix([Fraction(1, i + j + 1) for j in range(5)] for i in range(5))
print(h.det(), h.inverse(), h[0:2, 1:3], h[2, 2], list(h[0:2, 0:2]))
fibm = Matrix([[1, 1], [1, 0]]) ** 90
print(fibm[0, 1])
for bad in (lambda: a + Matrix([[1]]), lambda: a @ Matrix([[1, 2, 3]]), lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: Matrix([[1], [1, 2]]), lambda: a['x'], lambda: Fraction(1, 0), lambda: Fraction(1) + 'x', lambda: a @ 5):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
fs = [Fraction(1, 2), Fraction(-3, 4), Fraction(2), 1, Fraction(1, 3)]
print(sorted(fs), max(fs), sum(fs), Fraction(4, 2) == 2, hash(Fraction(4, 2)) == hash(2), {Fraction(1, 2): 'half'}[Fraction(2, 4)], float(Fraction(1, 8)), 1 - Fraction(1, 3), 2 / Fraction(3), Fraction(6, -4), bool(Fraction(0)))
