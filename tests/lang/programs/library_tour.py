# dataclasses, copies, templates, operators, containers of the library
from dataclasses import *
import dataclasses, copy, types, json, string, operator, functools, collections, contextlib, random, math, abc
@dataclass
class Base:
    a: int
    b: str = 'b'
    c: InitVar[int] = 3
    d: list = field(default_factory=list, repr=False, hash=False)
    e: int = field(default=5, metadata={'u': 1})
    K = 7
    def __post_init__(self, c): self.sum = self.a + c
@dataclass(eq=True, order=True)
class Sub(Base):
    f: float = 0.0
    b: str = 'subb'
s = Sub(1, c=10); print(s, s.sum, [f.name for f in fields(s)], fields(s)[4].metadata if len(fields(s)) > 4 else fields(s)[3].metadata, is_dataclass(s), is_dataclass(Sub), Sub(1) < Sub(2), Sub.__match_args__)
match s:
    case Sub(1, b=x): print('m', x)
for bad in (lambda: Sub(), lambda: Sub(1, 2, 3, 4, 5, 6, 7), lambda: replace(s, a=2), lambda: s < 5, lambda: hash(s), lambda: asdict(5), lambda: fields(5), lambda: make_dataclass('X', ['a', 'a']), lambda: field(default=1, default_factory=list)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
M = make_dataclass('M', [('x', int), ('y', int, field(default=2))], namespace={'add': lambda self: self.x + self.y}); print(M(1), M(1).add(), replace(M(1), y=9), astuple(M(3)), asdict(M(1), dict_factory=lambda kv: list(kv)))
@dataclass(unsafe_hash=True, repr=False)
class H: a: int; b: list = field(compare=False, default=None)
print(hash(H(1)) == hash(H(1, [2])), H(1) == H(1, 3), repr(H(1)).startswith('<'))
@dataclass(init=False)
class NI:
    a: int = 1
    def __init__(self, z): self.z = z
print(NI(5), NI(5) == NI(6))
try:
    @dataclass
    class Bad: a: int = 1; b: int
except TypeError as e: print(e)
@dataclass(slots=True, weakref_slot=False)
class Sl: a: int = 0
print(Sl.__slots__, Sl(4))
@dataclass
class Rec: kids: list = field(default_factory=list)
r = Rec(); r.kids.append(r); print(r)
# copy
class Cp:
    def __init__(self, v): self.v = v
    def __copy__(self): return Cp(('copied', self.v))
    def __deepcopy__(self, memo): return Cp(('deep', copy.deepcopy(self.v, memo)))
print(copy.copy(Cp(1)).v, copy.deepcopy(Cp([1])).v, copy.deepcopy({'a': (1, [2])}), copy.replace(M(1), x=5))
class Red:
    def __init__(self, x): self.x = x
    def __reduce__(self): return (Red, (self.x + 1,), {'extra': 1})
q = copy.copy(Red(1)); print(q.x, q.extra)
class GS:
    def __init__(self): self.a = 1; self.b = 2
    def __getstate__(self): return {'a': 5}
    def __setstate__(self, st): self.got = st
print(vars(copy.copy(GS())))
l = [1]; l.append(l); m = copy.deepcopy(l); print(m[1] is m, m)
# string
class F(string.Formatter):
    def get_value(self, k, a, kw): return kw.get(k, f'<{k}>') if isinstance(k, str) else super().get_value(k, a, kw)
    def convert_field(self, v, c): return v.upper() if c == 'u' else super().convert_field(v, c)
print(F().format('{a} {0} {b!u} {c:>5}', 'z', b='bb', c=1), list(string.Formatter().parse('a{b!r:c}d{{')), string.Formatter().vformat('{} {}', (1, 2), {}))
try: string.Template('$x ${').substitute(x=1)
except ValueError as e: print(e)
try: string.Template('$x $y').substitute(x=1)
except KeyError as e: print(e)
print(string.Template('$x $y').safe_substitute(x=1), string.Template('$x').is_valid(), string.Template('$a ${b}').get_identifiers())
# operator
print(operator.itemgetter(1, 0)('ab'), operator.attrgetter('real', 'imag')(1j), operator.methodcaller('split', ',', maxsplit=1)('a,b,c'), operator.itemgetter('k')({'k': 1}), repr(operator.itemgetter(1)), operator.concat([1], [2]), operator.indexOf('abc', 'c'), operator.countOf([1, 1], 1), operator.iadd([1], [2]), operator.truth([]), operator.is_(None, None), operator.matmul.__name__, operator.index(True), operator.contains('a', 'a'), operator.not_(1), operator.attrgetter('__class__.__name__')(1))
# functools
p = functools.partial(int, base=2); print(p('101'), p, p.func, p.keywords, functools.partial(p, base=3)('12'))
class PM:
    def f(self, a, b): return (a, b)
    g = functools.partialmethod(f, 1)
print(PM().g(2))
print(sorted('bca', key=functools.cmp_to_key(lambda a, b: (a > b) - (a < b))), functools.reduce(operator.add, [[1], [2]], []))
class SD:
    @functools.singledispatchmethod
    def f(self, x): return 'd'
    @f.register
    def _(self, x: int): return 'i'
    @f.register(str)
    @staticmethod
    def _(x): return 's'
print(SD().f(1), SD().f(1.5), SD().f('x') if 1 else 0)
@functools.cache
def fc(*a, **k): return (a, k)
print(fc(1), fc(1) is fc(1), fc(1) is fc(1.0), fc(a=1), fc.cache_parameters(), fc.cache_info())
# collections subclass reprs
class MyD(collections.defaultdict): pass
class MyC(collections.Counter): pass
class MyO(collections.OrderedDict): pass
class MyDq(collections.deque): pass
class MyT(collections.namedtuple('Q', 'a b')):
    __slots__ = ()
    @property
    def s(self): return self.a + self.b
print(MyD(int, {1: 2}), MyC('aab'), MyO(a=1), MyDq([1], 3), MyT(1, 2), MyT(1, 2).s, MyT(1, 2)._replace(a=5), type(MyC('a') + MyC('b')), type(MyD(int).copy()), collections.UserDict(a=1), collections.UserList([1]) + [2], collections.UserString('ab').upper())
c = collections.Counter(a=3, b=-1); print(+c, -c, c | {'z': 2} if 0 else c, c.update({'a': 1}), c, c.most_common(), list(c.elements()), c == collections.Counter(a=4, b=-1), c <= collections.Counter(a=9, b=0), collections.Counter([1, 1]).total(), collections.Counter() or 'falsy')
d = collections.deque('abc'); d.rotate(-1); print(d, d[1], d.count('a'), d.copy() == d, d + collections.deque('z'), d * 2, d.insert(1, 'i'), d, d.remove('i'), d < collections.deque('z'), 'b' in d, d.reverse(), d, d.pop(), d.popleft())
try: collections.deque().pop()
except IndexError as e: print(e)
try: collections.namedtuple('X', 'a a')
except ValueError as e: print(e)
print(types.SimpleNamespace(a=1, b='x'), types.MappingProxyType({'a': 1}), types.MethodType(lambda s: s, 5)(), types.new_class('NC', (), {}, lambda ns: ns.update(z=1)).z, types.FunctionType.__name__, isinstance(len, types.BuiltinFunctionType), types.NoneType)
print(math.isclose(0.1 + 0.2, 0.3), math.gcd(12, 18, 6), math.lcm(4, 6), math.comb(5, 2), math.perm(5, 2), math.factorial(20), math.isqrt(99), math.prod([1, 2, 3]), math.fsum([.1] * 10), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.copysign(1, -0.0), math.frexp(8), math.modf(2.5), math.log2(8), math.dist((0, 0), (3, 4)), math.hypot(1, 2, 2), math.degrees(math.pi), math.atan2(1, 1), math.nextafter(1, 2), math.ulp(1.0), math.sumprod([1, 2], [3, 4]), math.cbrt(8), math.fma(2, 3, 4), math.remainder(7, 4), math.gamma(5), math.erf(0.5))
