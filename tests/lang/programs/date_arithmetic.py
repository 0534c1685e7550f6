# Proleptic Gregorian dates written by hand: ordinals, weekdays, durations, recurrences, formatting.
from functools import total_ordering
from itertools import count, islice, takewhile

MONTHS = 'January February March April May June July August September October November December'.split()
DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split()


def is_leap(y): return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
def month_days(y, m): return 29 if m == 2 and is_leap(y) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[m - 1]


class Duration:
    def __init__(self, days=0, *, weeks=0): self.days = days + 7 * weeks
    def __add__(self, o): return Duration(self.days + o.days) if isinstance(o, Duration) else NotImplemented
    def __neg__(self): return Duration(-self.days)
    def __mul__(self, n): return Duration(self.days * n)
    __rmul__ = __mul__
    def __floordiv__(self, o): return self.days // o.days if isinstance(o, Duration) else Duration(self.days // o)
    def __eq__(self, o): return isinstance(o, Duration) and self.days == o.days
    def __bool__(self): return bool(self.days)
    def __repr__(self): return f'Duration({self.days})'
    def __str__(self):
        weeks, days = divmod(abs(self.days), 7)
        parts = [f'{n} {unit}{"s" * (n != 1)}' for n, unit in ((weeks, 'week'), (days, 'day')) if n] or ['nothing']
        return ('minus ' if self.days < 0 else '') + ' and '.join(parts)


@total_ordering
class Date:
    __slots__ = ('year', 'month', 'day')
    __match_args__ = __slots__

    def __init__(self, year, month=1, day=1):
        if not 1 <= month <= 12:
            raise ValueError(f'month must be in 1..12, not {month}')
        if not 1 <= day <= month_days(year, month):
            raise ValueError(f'day is out of range for {MONTHS[month - 1]} {year}')
        for name, value in zip(self.__slots__, (year, month, day)):
            object.__setattr__(self, name, value)

    def __setattr__(self, name, value): raise AttributeError(f'Date is immutable: {name}')

    @classmethod
    def parse(cls, text):
        try:
            return cls(*map(int, text.split('-', 2)))
        except (ValueError, TypeError) as e:
            raise ValueError(f'bad date {text!r}') from e

    @classmethod
    def from_ordinal(cls, n):
        cycles, n = divmod(n - 1, 146097)
        centuries = min(n // 36524, 3)
        n -= centuries * 36524
        fours, n = divmod(n, 1461)
        years = min(n // 365, 3)
        n -= years * 365
        year = cycles * 400 + centuries * 100 + fours * 4 + years + 1
        month = 1
        while n >= (d := month_days(year, month)):
            n -= d
            month += 1
        return cls(year, month, n + 1)

    @property
    def ordinal(self):
        y = self.year - 1
        return y * 365 + y // 4 - y // 100 + y // 400 + sum(month_days(self.year, m) for m in range(1, self.month)) + self.day

    @property
    def weekday(self): return (self.ordinal + 6) % 7

    def __add__(self, o):
        match o:
            case Duration(days=d): return Date.from_ordinal(self.ordinal + d)
        return NotImplemented
    __radd__ = __add__

    def __sub__(self, o):
        match o:
            case Date(): return Duration(self.ordinal - o.ordinal)
            case Duration(): return self + -o
        return NotImplemented

    def __eq__(self, o): return isinstance(o, Date) and self._key() == o._key()
    def __lt__(self, o): return self._key() < o._key() if isinstance(o, Date) else NotImplemented
    def __hash__(self): return hash(self._key())
    def _key(self): return self.year, self.month, self.day
    def __repr__(self): return f'Date({self.year}, {self.month}, {self.day})'
    def __str__(self): return f'{self.year:04}-{self.month:02}-{self.day:02}'

    def __format__(self, spec):
        if not spec:
            return str(self)
        out, chars = '', iter(spec)
        for ch in chars:
            if ch != '%':
                out += ch
                continue
            match next(chars, '%'):
                case 'Y': out += f'{self.year:04}'
                case 'm': out += f'{self.month:02}'
                case 'd': out += f'{self.day:02}'
                case 'e': out += f'{self.day:2}'
                case 'B': out += MONTHS[self.month - 1]
                case 'b': out += MONTHS[self.month - 1][:3]
                case 'A': out += DAYS[self.weekday]
                case 'a': out += DAYS[self.weekday][:3]
                case 'j': out += f'{self.ordinal - Date(self.year).ordinal + 1:03}'
                case 'G': out += '{}-W{:02}'.format(*self.iso_week())
                case other: out += other
        return out

    def replace(self, **kw): return Date(**{name: getattr(self, name) for name in self.__slots__} | kw)

    def add_months(self, n):
        y, m = divmod(self.year * 12 + self.month - 1 + n, 12)
        return Date(y, m + 1, min(self.day, month_days(y, m + 1)))

    def iso_week(self):
        thursday = self + Duration(3 - self.weekday)
        return thursday.year, (thursday - Date(thursday.year)).days // 7 + 1


def easter(year):
    a, b, c = year % 19, *divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return Date(year, month, day + 1)


def every(start, step):
    return (start + step * i for i in count()) if isinstance(step, Duration) else (start.add_months(step * i) for i in count())


def calendar(year, month):
    first = Date(year, month)
    yield f'{first:%B %Y}'.center(20).rstrip()
    yield ' '.join(d[:2] for d in DAYS)
    cells = ['  '] * first.weekday + [f'{d:2}' for d in range(1, month_days(year, month) + 1)]
    for i in range(0, len(cells), 7):
        yield ' '.join(cells[i:i + 7])


d = Date(2024, 2, 29)
print(d, repr(d), f'{d:%A, %e %B %Y, day %j, %G %% %b %a %x}', d.ordinal, DAYS[d.weekday])
print(d + Duration(1), d - Duration(weeks=52), d.add_months(12), d.add_months(-1), d.replace(year=2000), Date(2024, 12, 25) - d, d - Date(2024, 12, 25))
print([str(easter(y)) for y in range(2020, 2027)], [Date(y, 1, 1).iso_week() for y in range(2018, 2024)])
print(all(Date.from_ordinal(o).ordinal == o for o in range(700000, 741000, 37)), Date.from_ordinal(1), Date.from_ordinal(146097), Date(1, 1, 1).weekday, Date(9999, 12, 31).ordinal)
print([str(x) for x in islice(every(Date(2023, 10, 31), 1), 6)], [str(x) for x in takewhile(lambda x: x < Date(2024, 1, 1), every(Date(2023, 11, 20), Duration(weeks=2)))])
print('\n'.join(calendar(2024, 2)))
print(sorted([Date(2024, 3, 1), d, Date(2023, 12, 31)]), d == Date(2024, 2, 29), d != 5, {d: 'leap'}[Date(2024, 2, 29)], d >= Date(2024, 2, 28), max(d, Date(2025)))
print(Duration(10), Duration(-15), Duration(0), Duration(weeks=3), 2 * Duration(4), Duration(15) // Duration(4), Duration(15) // 4, Duration(1) + Duration(6) == Duration(weeks=1))
friday13 = [f'{x:%b %Y}' for x in (Date(y, m, 13) for y in range(2023, 2027) for m in range(1, 13)) if x.weekday == 4]
print(friday13)
for bad in (lambda: Date(2023, 2, 29), lambda: Date(2023, 13), lambda: Date.parse('2023-02'), lambda: Date.parse('2023-02-30'), lambda: Date.parse('x'), lambda: d + 5, lambda: d < 5, lambda: setattr(d, 'day', 1), lambda: d + d, lambda: Date.parse('1-2-3-4')):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e, f'<- {e.__cause__}' if e.__cause__ else '')
