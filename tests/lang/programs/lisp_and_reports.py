# LISP interpreter, JSON-like pretty printer, tokenizer, bank, inventory report
import operator as op, math, itertools
from functools import reduce
def tokenize(s): return s.replace('(', ' ( ').replace(')', ' ) ').split()
def parse(toks):
    if not toks: raise SyntaxError('unexpected EOF')
    t = toks.pop(0)
    if t == '(':
        out = []
        while toks and toks[0] != ')': out.append(parse(toks))
        if not toks: raise SyntaxError('missing )')
        toks.pop(0); return out
    if t == ')': raise SyntaxError('unexpected )')
    for conv in (int, float):
        try: return conv(t)
        except ValueError: pass
    return t
class Env(dict):
    def __init__(self, params=(), args=(), outer=None): super().__init__(zip(params, args)); self.outer = outer
    def find(self, k):
        if k in self: return self
        if self.outer is None: raise NameError(f'unbound: {k}')
        return self.outer.find(k)
class Lambda:
    def __init__(self, params, body, env): self.p, self.b, self.e = params, body, env
    def __call__(self, *a):
        if len(a) != len(self.p): raise TypeError(f'expected {len(self.p)} args, got {len(a)}')
        return ev(self.b, Env(self.p, a, self.e))
G = Env()
G.update({'+': lambda *a: sum(a), '*': lambda *a: reduce(op.mul, a, 1), '-': lambda a, *b: a - sum(b) if b else -a, '/': op.truediv, '<': op.lt, '=': op.eq, 'list': lambda *a: list(a), 'car': lambda l: l[0], 'cdr': lambda l: l[1:], 'cons': lambda a, b: [a] + b, 'null?': lambda l: l == [], 'sqrt': math.sqrt, 'map': lambda f, l: [f(x) for x in l]})
def ev(x, env=G):
    while True:
        match x:
            case str(): return env.find(x)[x]
            case int() | float(): return x
            case ['quote', e]: return e
            case ['if', c, a, b]: x = a if ev(c, env) else b
            case ['define', [name, *ps], body]: env[name] = Lambda(ps, body, env); return None
            case ['define', name, e]: env[name] = ev(e, env); return None
            case ['lambda', ps, body]: return Lambda(ps, body, env)
            case ['let', binds, body]: env = Env([b[0] for b in binds], [ev(b[1], env) for b in binds], env); x = body
            case ['begin', *es, last]:
                for e in es: ev(e, env)
                x = last
            case [f, *args]:
                f = ev(f, env); vals = [ev(a, env) for a in args]
                if isinstance(f, Lambda): x, env = f.b, Env(f.p, vals, f.e)
                else: return f(*vals)
            case _: raise SyntaxError(x)
def show(v):
    if isinstance(v, list): return '(' + ' '.join(map(show, v)) + ')'
    return str(v)
for src in ['(+ 1 2 (* 3 4))', '(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))', '(fact 20)', '(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))', '(loop 5000 0)', '(map (lambda (x) (* x x)) (list 1 2 3))', '(let ((a 1) (b 2)) (+ a b))', "(quote (a b (c)))", '(begin (define z 3) (sqrt (* z z)))', '(car (quote ()))', '(foo)', '(', ')', '((lambda (x) x))', '(/ 1 0)', '(+ 1 (quote a))']:
    try:
        r = ev(parse(tokenize(src))); print(src, '=>', show(r) if r is not None else 'ok')
    except Exception as e: print(src, '!!', type(e).__name__, e)
def pretty(o, ind=0, w=30):
    flat = repr(o)
    if len(flat) + ind <= w or not isinstance(o, (list, dict, tuple)): return flat
    pad = ' ' * (ind + 1)
    if isinstance(o, dict):
        return '{' + (',\n' + pad).join(f'{k!r}: {pretty(v, ind + len(repr(k)) + 3, w)}' for k, v in o.items()) + '}'
    b = '[]' if isinstance(o, list) else '()'
    return b[0] + (',\n' + pad).join(pretty(v, ind + 1, w) for v in o) + b[1]
print(pretty({'name': 'x' * 10, 'items': [1, 2, {'deep': list(range(8)), 't': ('a', 'b')}], 'n': None}))
inv = """sku,qty,price
A1,10,2.50
B2,x,1
C3,3,19.99
D4,,5
"""
import collections
def rows(text):
    head, *body = [l.split(',') for l in text.strip().splitlines()]
    for n, r in enumerate(body, 2):
        rec = dict(zip(head, r))
        try: yield {**rec, 'qty': int(rec['qty'] or 0), 'price': float(rec['price'])}
        except ValueError as e: print(f'line {n}: {e}')
data = list(rows(inv)); total = sum(r['qty'] * r['price'] for r in data)
for r in data: print('{sku:<4}{qty:>5d}{price:>10.2f}'.format(**r), f"{r['qty'] * r['price'] / total:>7.1%}")
print(f'{"":=<26}\n{total:>19,.2f}')
class Money:
    def __init__(self, cents, cur='EUR'): self.cents, self.cur = cents, cur
    def __add__(self, o):
        if not isinstance(o, Money): return NotImplemented
        if o.cur != self.cur: raise ValueError(f'{self.cur} + {o.cur}')
        return Money(self.cents + o.cents, self.cur)
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __format__(self, spec):
        w, _, s = spec.partition('/')
        return f'{self.cents / 100:{w or ",.2f"}} {s or self.cur}'
    def __lt__(self, o): return self.cents < o.cents
    __str__ = lambda self: format(self)
print(sum([Money(150), Money(275)]), f'{Money(123456):>12,.2f}', f'{Money(5):/€}', max(Money(1), Money(2)))
for bad in (lambda: Money(1) + 5, lambda: 5 + Money(1), lambda: Money(1) + Money(1, 'USD'), lambda: Money(1) > 5):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
def primes():
    comp = {}
    for q in itertools.count(2):
        if q not in comp: yield q; comp[q * q] = [q]
        else:
            for p in comp.pop(q): comp.setdefault(p + q, []).append(p)
print(list(itertools.islice(primes(), 15)), next(p for p in primes() if p > 1000))
def perms(s): return [s] if len(s) < 2 else [c + r for i, c in enumerate(s) for r in perms(s[:i] + s[i + 1:])]
print(perms('abc'), len(set(perms('aabb'))))
def hanoi(n, a='A', b='B', c='C'):
    if n: yield from hanoi(n - 1, a, c, b); yield f'{a}{c}'; yield from hanoi(n - 1, b, a, c)
print(' '.join(hanoi(3)))
grid = ["#########", "#S..#..E#", "#.#.#.#.#", "#.#...#.#", "#########"]
def bfs():
    start = next((r, c) for r, row in enumerate(grid) for c, ch in enumerate(row) if ch == 'S')
    q, prev = collections.deque([start]), {start: None}
    while q:
        r, c = cur = q.popleft()
        if grid[r][c] == 'E':
            path = []
            while cur: path.append(cur); cur = prev[cur]
            return path[::-1]
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            n = r + dr, c + dc
            if grid[n[0]][n[1]] != '#' and n not in prev: prev[n] = cur; q.append(n)
p = bfs(); print(len(p), '\n'.join(''.join('*' if (r, c) in p[1:-1] else ch for c, ch in enumerate(row)) for r, row in enumerate(grid)))
