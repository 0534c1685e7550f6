# bank simulation with exceptions
from dataclasses import dataclass, field, asdict, astuple, replace, fields, KW_ONLY
from collections import defaultdict, Counter, deque, namedtuple, OrderedDict, ChainMap
import heapq, bisect, random, copy, json
class BankError(Exception): pass
class Insufficient(BankError):
    def __init__(self, need, have): super().__init__(need, have); self.need, self.have = need, have
    def __str__(self): return f'need {self.need}, have {self.have}'
@dataclass(order=True)
class Account:
    sort_index: int = field(init=False, repr=False)
    owner: str
    balance: float = 0
    history: list = field(default_factory=list, compare=False)
    def __post_init__(self): self.sort_index = -self.balance
    def withdraw(self, n):
        if n > self.balance: raise Insufficient(n, self.balance)
        self.balance -= n; self.history.append(('w', n))
a, b = Account('ann', 100), Account('bob', 50)
try: b.withdraw(80)
except BankError as e: print(type(e).__name__, e, e.args)
a.withdraw(30); print(a, a < b, sorted([b, a])[0].owner, asdict(a), astuple(b), replace(b, balance=5), [f.name for f in fields(a)])
@dataclass
class P:
    x: int
    _: KW_ONLY
    y: int = 0
    z: list = field(default_factory=list, kw_only=True)
print(P(1, y=2), P(1) == P(1), P.__match_args__)
for bad in (lambda: P(), lambda: P(1, 2), lambda: P(1, w=2)):
    try: bad()
    except TypeError as e: print(e)
@dataclass(frozen=True, slots=True)
class F:
    a: int = 1
    def up(self): return replace(self, a=self.a + 1)
f = F(); print(f.up(), hash(f) == hash(F()), hasattr(f, '__dict__'))
try: f.a = 3
except Exception as e: print(type(e).__name__, e)
try:
    @dataclass
    class Bad: x: list = []
except ValueError as e: print(e)
random.seed(42); print([random.randint(1, 100) for _ in range(5)], random.choice('abc'), random.sample(range(20), 4), round(random.random(), 6), random.shuffle(l := list(range(6))), l, round(random.gauss(0, 1), 6), random.uniform(1, 2), random.choices('ab', k=3), random.randrange(0, 10, 3))
h = []; [heapq.heappush(h, x) for x in (5, 1, 4, 2)]; print(h, heapq.heappop(h), heapq.nsmallest(2, h), heapq.nlargest(2, [3, 1, 2]), list(heapq.merge([1, 4], [2, 3])), heapq.heapreplace(h, 9), h)
l = [1, 3, 5]; bisect.insort(l, 4); print(l, bisect.bisect(l, 3), bisect.bisect_left(l, 3))
Point = namedtuple('Point', 'x y z', defaults=[0]); p = Point(1, 2); print(p, p._replace(x=9), p._asdict(), Point._make([4, 5, 6]), p.x + p[1], Point._fields, p == (1, 2, 0), *p)
try: Point(1)
except TypeError as e: print(e)
try: p.x = 3
except AttributeError as e: print(e)
dd = defaultdict(list); [dd[len(w)].append(w) for w in 'a bb cc d'.split()]; print(dd, dict(dd), dd.default_factory)
c = Counter('mississippi'); print(c, c.most_common(2), c['z'], c + Counter('mm'), c - Counter('iiii'), c & Counter('sip'), sorted(c.elements())[:4], c.total()); c.subtract('mm'); print(c)
od = OrderedDict(a=1, b=2, c=3); od.move_to_end('a'); print(od, od.popitem(last=False), list(reversed(od)), od == OrderedDict(c=3, a=1), od == {'a': 1, 'c': 3})
dq = deque([1, 2, 3], maxlen=3); dq.append(4); dq.appendleft(0); dq.rotate(1); print(dq, dq.maxlen, dq[0], list(dq)); dq.extend([7, 8]); print(dq, dq.index(8))
cm = ChainMap({'a': 1}, {'a': 2, 'b': 3}); print(cm['a'], cm['b'], dict(cm), cm.new_child({'c': 1}), list(cm))
x = [1, [2, 3], {'k': (4, [5])}]; y = copy.deepcopy(x); z = copy.copy(x); x[1].append(9); x[2]['k'][1].append(8); print(x, y, z)
s = json.dumps({'a': [1, 2.5, None, True], 'b': {'c': 'é"\n'}, '3': []}); print(s, json.loads(s), json.dumps([1, {'b': 2, 'a': 1}], indent=2, sort_keys=True), json.dumps('é', ensure_ascii=False), json.dumps((1, 2)), json.loads('[1e3, -0, 1.5E-2, "\\u00e9\\ud83d\\ude00"]'))
for bad in ('{', '[1,]', '{"a" 1}', 'nul', '"\\x"', '[1] 2', ''):
    try: json.loads(bad)
    except json.JSONDecodeError as e: print(repr(bad), e)
try: json.dumps({1, 2})
except TypeError as e: print(e)
