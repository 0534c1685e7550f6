# total_ordering, __eq__ inheritance, sorting mixed classes, records by metaclass.
import functools
import operator


@functools.total_ordering
class Version:
    def __init__(self, text): self.parts = tuple(map(int, text.split('.')))
    def __eq__(self, o): return self.parts == o.parts if isinstance(o, Version) else NotImplemented
    def __lt__(self, o): return self.parts < o.parts if isinstance(o, Version) else NotImplemented
    def __hash__(self): return hash(self.parts)
    def __repr__(self): return 'v' + '.'.join(map(str, self.parts))


vs = [Version(t) for t in '1.2 1.10 1.2.1 0.9 1.2'.split()]
print(sorted(vs), max(vs), min(vs), vs[0] == vs[4], vs[0] <= vs[1], vs[1] >= vs[2], vs[0] > vs[3], len(set(vs)), vs[0] != vs[1])
for op in (operator.lt, operator.le, operator.gt, operator.ge):
    try:
        op(vs[0], 5)
    except TypeError as e:
        print(e)
try:
    @functools.total_ordering
    class Nothing: pass
except ValueError as e:
    print(e)


class RecordMeta(type):
    def __new__(mcls, name, bases, ns):
        fields = tuple(ns.get('__annotations__', {}))
        ns['__slots__'] = fields
        ns['__match_args__'] = fields
        defaults = {f: ns.pop(f) for f in fields if f in ns}

        def __init__(self, *args, **kw):
            if len(args) > len(fields):
                raise TypeError(f'{name}() takes {len(fields)} fields, got {len(args)}')
            values = defaults | dict(zip(fields, args)) | kw
            for f in fields:
                if f not in values:
                    raise TypeError(f'{name}() misses {f!r}')
                setattr(self, f, values.pop(f))
            if values:
                raise TypeError(f'{name}() has no field {next(iter(values))!r}')
        key = lambda self: tuple(getattr(self, f) for f in fields)
        same = lambda op: lambda a, b: op(key(a), key(b)) if type(a) is type(b) else NotImplemented
        ns.setdefault('__init__', __init__)
        ns.update(__eq__=same(operator.eq), __lt__=same(operator.lt), __le__=same(operator.le), __hash__=lambda s: hash(key(s)), __iter__=lambda s: iter(key(s)))
        ns.setdefault('__repr__', lambda s: f'{name}({", ".join(f"{f}={getattr(s, f)!r}" for f in fields)})')
        return super().__new__(mcls, name, bases, ns)


class Record(metaclass=RecordMeta): pass


class P(Record):
    x: int
    y: int = 0


class Q(Record):
    name: str


print(P(1), P(1, 2), P(y=5, x=3), P(1) == P(1, 0), P(1) == Q('a'), P(1) < P(1, 1), sorted([P(2), P(1, 5), P(1)]), {P(1): 'one'}[P(1)], [*P(3, 4)], P.__slots__)
for call in (lambda: P(), lambda: P(1, 2, 3), lambda: P(1, z=2), lambda: P(1) < Q('a'), lambda: setattr(P(1), 'z', 1)):
    try:
        call()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
match P(1, 2):
    case P(x, y=2): print('matched', x)
a, b = P(7, 8)
print(a, b)
