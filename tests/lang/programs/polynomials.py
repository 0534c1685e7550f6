# Polynomials with arithmetic, division, evaluation, derivatives and printing.
from itertools import zip_longest
from functools import reduce


class Poly:
    def __init__(self, *coefficients):
        cs = list(coefficients)
        while cs and cs[-1] == 0:
            cs.pop()
        self.cs = tuple(cs)

    @classmethod
    def from_roots(cls, *roots): return reduce(lambda p, r: p * cls(-r, 1), roots, cls(1))

    @property
    def degree(self): return len(self.cs) - 1

    def __call__(self, x):
        result = 0
        for c in reversed(self.cs):
            result = result * x + c
        return result

    def __getitem__(self, i): return self.cs[i] if i < len(self.cs) else 0
    def __iter__(self): return iter(self.cs)
    def __bool__(self): return bool(self.cs)
    def __eq__(self, o): return self.cs == (o.cs if isinstance(o, Poly) else Poly(o).cs)
    def __hash__(self): return hash(self.cs)
    def _coerce(fn):
        def wrapper(self, o):
            if isinstance(o, (int, float)):
                o = Poly(o)
            return fn(self, o) if isinstance(o, Poly) else NotImplemented
        return wrapper
    @_coerce
    def __add__(self, o): return Poly(*(a + b for a, b in zip_longest(self, o, fillvalue=0)))
    __radd__ = __add__
    def __neg__(self): return Poly(*(-c for c in self))
    @_coerce
    def __sub__(self, o): return self + -o
    def __rsub__(self, o): return -self + o
    @_coerce
    def __mul__(self, o):
        out = [0] * (len(self.cs) + len(o.cs))
        for i, a in enumerate(self):
            for j, b in enumerate(o):
                out[i + j] += a * b
        return Poly(*out)
    __rmul__ = __mul__
    def __pow__(self, n, mod=None):
        result = Poly(1)
        for bit in bin(n)[2:]:
            result = result * result
            if bit == '1':
                result = result * self
            if mod is not None:
                result %= mod
        return result
    @_coerce
    def __divmod__(self, o):
        if not o:
            raise ZeroDivisionError('polynomial division by zero')
        rest, quotient = list(self), [0] * max(0, len(self.cs) - len(o.cs) + 1)
        for i in reversed(range(len(quotient))):
            q = quotient[i] = rest[i + o.degree] // o.cs[-1]
            for j, b in enumerate(o):
                rest[i + j] -= q * b
        return Poly(*quotient), Poly(*rest)
    def __floordiv__(self, o): return divmod(self, o)[0]
    def __mod__(self, o): return divmod(self, o)[1]
    del _coerce

    def derivative(self): return Poly(*[i * c for i, c in enumerate(self)][1:])

    def __repr__(self):
        if not self:
            return '0'
        parts = []
        for i, c in reversed(list(enumerate(self))):
            if not c:
                continue
            sign = ('- ' if c < 0 else '+ ') if parts else ('-' if c < 0 else '')
            body = '' if abs(c) == 1 and i else str(abs(c))
            parts.append(sign + body + ('' if i == 0 else 'x' if i == 1 else f'x^{i}'))
        return ' '.join(parts)

    def __format__(self, spec): return format(repr(self), spec) if not spec.endswith('v') else repr(self).replace('x', spec[:-1])


p, q = Poly(1, 2, 3), Poly(-1, 1)
print(p, '|', q, '|', Poly(), '|', Poly(0, 0, -1), '|', Poly(1, -1, 0, 5), '|', Poly(-2.5, 1.5))
print(p + q, '|', p - q, '|', p * q, '|', 2 * p + 1, '|', 1 - p, '|', q ** 5, '|', -p)
print(divmod(p * q + 7, q), (p * q) // q == p, (p * q) % q == 0, Poly(3) == 3, p != q)
print([p(x) for x in range(-2, 3)], p(Poly(0, 1)) == p, q(q), p(0.5), p.degree, Poly().degree, p[1], p[9])
print(p.derivative(), Poly.from_roots(1, 2, 3), Poly.from_roots(1, 2, 3).derivative(), Poly(5).derivative())
print([x for x in range(-10, 11) if Poly.from_roots(-7, 0, 4)(x) == 0])
print(f'{p:>20}|{p:yv}|{len({p, q, Poly(1, 2, 3)})}', bool(Poly(0)), sum([p, q, p]))
print(pow(q, 20, Poly(1, 0, 1)), Poly(1, 1) ** 10)
for bad in (lambda: p / q, lambda: p + 'x', lambda: divmod(p, 0), lambda: p ** -1, lambda: 'x' * p, lambda: p < q):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


print(gcd(Poly.from_roots(1, 2, 3), Poly.from_roots(2, 3)), gcd(Poly.from_roots(5, 5), Poly.from_roots(5)))


def newton(p, x, steps=8):
    d = p.derivative()
    for _ in range(steps):
        x = x - p(x) / d(x)
    return x


print(round(newton(Poly(-2, 0, 1), 1.0), 10), round(newton(Poly(-27, 0, 0, 1), 5.0), 10))
