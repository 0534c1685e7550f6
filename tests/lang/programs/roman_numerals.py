# Roman numerals as an integer subclass with its own literals and arithmetic.
class RomanError(ValueError):
    pass


class Roman(int):
    table = [(1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'), (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')]
    _cache = {}

    def __new__(cls, value):
        if isinstance(value, str):
            value = cls.parse(value)
        if not 0 < value < 4000:
            raise RomanError(f'{value} has no Roman numeral')
        if value not in cls._cache:
            cls._cache[value] = super().__new__(cls, value)
        return cls._cache[value]

    @classmethod
    def parse(cls, text):
        rest, total = text.upper(), 0
        for value, letters in cls.table:
            while rest.startswith(letters):
                rest = rest.removeprefix(letters)
                total += value
        if rest or str(cls._render(total)) != text.upper():
            raise RomanError(f'invalid Roman numeral: {text!r}')
        return total

    @classmethod
    def _render(cls, n):
        out = ''
        for value, letters in cls.table:
            count, n = divmod(n, value)
            out += letters * count
        return out

    def __str__(self): return self._render(int(self))
    def __repr__(self): return f'Roman({str(self)!r})'
    def __format__(self, spec): return format(str(self), spec) if not spec or spec[-1] in '<>^' or spec[-1].isdigit() else format(int(self), spec)


def lift(name):
    method = getattr(int, name)

    def wrapper(self, *args):
        result = method(self, *args)
        return Roman(result) if isinstance(result, int) and not isinstance(result, bool) else result
    wrapper.__name__ = name
    return wrapper


for name in '__add__ __radd__ __sub__ __rsub__ __mul__ __rmul__ __floordiv__ __mod__ __pow__ __abs__'.split():
    setattr(Roman, name, lift(name))


class Literals:
    def __getattr__(self, name):
        try:
            return Roman(name)
        except RomanError as e:
            raise AttributeError(name) from e


R = Literals()
print(R.XIV, repr(R.XIV), R.XIV + R.VI, R.X * 3, 100 - R.I, R.M // 3, R.C % R.VII, R.II ** 8, int(R.MCMXCIX), R.XX / R.VIII)
print([str(Roman(n)) for n in (1, 4, 9, 14, 40, 90, 400, 1990, 2024, 3999)])
print(all(Roman(str(Roman(n))) == n for n in range(1, 4000)), sum(len(str(Roman(n))) for n in range(1, 4000)))
print(max((Roman(n) for n in range(1, 4000)), key=lambda r: len(str(r))), sorted([R.V, R.IX, R.IV, 3]), R.V in [5], {R.X: 'ten'}[10], R.X == 10, R.X is Roman(10), hash(R.X) == hash(10))
print(f'{R.XII:>6}|{R.XII:d}|{R.XII:05d}|{R.XII:*^9}|{R.XII}|{R.XII!r}|{R.XII:x}', '%s %d' % (R.L, R.L), [1, 2, 3][R.I])
for text in ('IIII', 'VX', 'IC', '', 'ABC', 'MMMM', 'iv', 'XIVI'):
    try:
        print(repr(Roman(text)))
    except RomanError as e:
        print(e)
for bad in (lambda: R.I - R.I, lambda: R.MMM * 2, lambda: R.HELLO, lambda: Roman(0), lambda: Roman(1.5) + 'x'):
    try:
        print(bad())
    except (ValueError, AttributeError, TypeError) as e:
        print(type(e).__name__, e, '|', repr(e.__cause__))
total = Roman(1)
for n in range(2, 20):
    total += n
print(total, repr(total), -R.X, type(-R.X).__name__, R.X > R.IX, bool(R.I), divmod(R.XXV, 7), round(R.X), R.X.bit_length(), R.X & 6)
