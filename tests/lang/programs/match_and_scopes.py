# scoping, comprehension, walrus, star, match
def classify(x):
    match x:
        case None | True | False: return 'const'
        case int(n) if n > 100: return f'big {n}'
        case 0 | 1: return 'bit'
        case -1: return 'minus one'
        case 1.5 | 2+3j: return 'num'
        case str() as s if s.startswith('a'): return f'a-str {s}'
        case 'x' 'y': return 'xy'
        case b'z': return 'bytes'
        case []: return 'empty'
        case [x]: return f'one {x}'
        case [1, *rest, 9]: return f'1..9 {rest}'
        case (a, (b, c)): return f'nest {a}{b}{c}'
        case [*_, last]: return f'last {last}'
        case {'type': 'pt', 'x': x, **rest}: return f'pt {x} {rest}'
        case {'k': [a, {'z': z}]}: return f'deep {a} {z}'
        case {}: return 'dict'
        case complex(real=r, imag=i): return f'cx {r} {i}'
        case set() | frozenset(): return 'set'
        case range(start=s, stop=e): return f'range {s} {e}'
        case type(): return 'type'
        case _: return 'other'
for v in (None, True, 500, 0, 1, -1, 1.5, 2+3j, 'abc', 'xy', 'q', b'z', [], (7,), [1, 2, 3, 9], (1, (2, 3)), [5, 6, 7], {'type': 'pt', 'x': 1, 'y': 2}, {'k': [1, {'z': 2}]}, {'q': 1}, 5j, {1}, range(2, 5), int, object()): print(classify(v))
print([y := 3, y ** 2], (lambda: (z := 4) + z)(), [w for x in range(3) if (w := x * 2)], w)
data = [1, 2, 3, 4]
if (n := len(data)) > 3: print(n)
while (v := data.pop()) > 2: print('p', v)
print({k: [x for x in range(k)] for k in range(3)}, [(i, j) for i in range(3) for j in range(i)], {x % 3 for x in range(9)}, [[c for c in r] for r in ('ab', 'cd')], [x if x % 2 else -x for x in range(4)], list(x for x in (y for y in range(3))))
x = 'global'
def f():
    print(x)
    def g(): global x; x = 'changed'
    g(); print(x)
f()
def counter():
    n = 0
    def inc(by=1): nonlocal n; n += by; return n
    return inc
c = counter(); c(); print(c(5), c.__closure__[0].cell_contents, c.__code__.co_freevars)
class C:
    x = 'class'
    def get(self): return x
    l = [x for _ in range(1)]
    f = lambda self: __class__
print(C().get(), C.l, C().f())
def gen():
    r = yield 1
    while r: r = yield r * 2
    return 'end'
def deleg(): res = yield from gen(); print('res', res); yield 'last'
g = deleg(); print(next(g), g.send(5), g.send(7), g.send(0))
for i, (a, *b) in enumerate([(1, 2, 3), 'xy']): print(i, a, b)
for x in []: pass
else: print('for else')
for i in range(5):
    if i == 3: break
else: print('no')
i = 0
while i < 3:
    i += 1
    if i == 2: continue
    print(i, end=' ')
else: print('while else')
def va(*a, k=1, **kw): return a, k, kw
print(va(*[1, 2], *(3,), k=2, **{'a': 1}, **{'b': 2}), [*[1], *(2, 3)], {*[1], *[2]}, {**{'a': 1}, **{'a': 2}}, (*'ab',))
del data[:], x
try: x
except NameError as e: print(e)
a = b = c = [1]; a += [2]; print(b, c is a); t = (1, [2])
try: t[1] += [3]
except TypeError as e: print(e, t)
s = 'x'; s *= 3; s += 'y'; print(s); n = 10; n //= 3; n **= 2; n <<= 2; n |= 1; n ^= 5; n %= 7; n -= 1; print(n)
print((lambda *a, k=2, **kw: (a, k, kw))(1, z=3), (lambda: (yield))().__class__.__name__, sorted([(2, 'b'), (1, 'a')], key=lambda t: t[1], reverse=True))
def deco(arg):
    def w(f): f.tag = arg; return f
    return w
@deco('t1')
@(lambda f: f)
def tagged(): 'doc'
print(tagged.tag, tagged.__doc__, tagged.__name__, tagged.__module__, tagged.__annotations__, tagged.__dict__)
def ann(a: int, *b: 'str', c: list[int] = None) -> None: pass
print(ann.__annotations__)
print(f'{"nested " + f"{1 + 1} {"deep"}"}', f'{{}} {[1, 2][0]} { {"a": 1}["a"]}', f"{'a' if 1 else 'b'}", f'{1,}', f'{(lambda x: x * 2)(3)}', f'{3:{"0>"}{5}}', f'''multi
{1
+ 1}''')
assert (1, 2) == (1, 2), 'never'
exec('q = 5\ndef ef(): return q + 1', ns := {}); print(ns['ef'](), eval('q * 2', ns), eval('[i for i in range(q)]', ns))
print(__name__, __doc__, type(__builtins__).__name__ in ('module', 'dict'), 0xFF, 0o17, 0b11, 1_000, 1e3, .5, 5., 1j, 'a\x41\u00e9\N{BULLET}\
b', r'\n', b'\x00', ...)
import sys
print(sys.exc_info(), end='!\n', sep='-', file=sys.stdout, flush=True)
if True: print('one'); print('liner')
try:
    try: raise KeyError(1)
    finally: print('fin')
except (KeyError, ValueError) as e: print(type(e), e.args)
else: print('never')
with open_ if False else __import__('contextlib').nullcontext(1) as q, __import__('contextlib').nullcontext(2) as z: print(q, z)
print(*map(lambda p: p[0] + p[1], zip('ab', 'cd')), sep='|')
print(not [] is None, 1 == 1.0 == True, 'a' in 'abc' in ['abc'], -2 ** 2, 2 ** -1, 10 - 5 - 2, 2 ** 3 ** 2, ~1 + 1, 7 // 2 * 2, 1 if 0 else 2 if 0 else 3, [1, 2, 3][-1:], 3 & 5 | 2 ^ 1, 1 << 2 + 1, not 0 and 1)
