# := in while, if, comprehensions, lambdas, defaults, decorators and class bodies.
data = iter([3, 0, 7, None, 9])
while (x := next(data)) is not None:
    print('read', x, end=' ')
print(x)
print([y for v in range(6) if (y := v * v) % 2], y)
print([(a, b) for a in range(3) if (b := a + 1) > 1], b)
print({k: v for k in 'ab' if (v := k * 2)}, v)
print(list(z for q in range(3) if (z := q) > 0), z)
print((n := 5) + n, n, (n := n + 1) * n, [n := 1, n := n + 1, n])
f = lambda s: (t := s.strip()) and t.upper()
print(f('  hi '), f('  '), 't' in globals())


def g(a=(d := 3), *, b=(e := 4)): return a, b


print(g(), d, e)


class C:
    if (attr := 10) > 5:
        other = attr + 1
    values = [attr]
    m = lambda self, k=(inner := 'i'): k


print(C.attr, C.other, C.inner, C().m())


@(deco := lambda fn: fn)
def h(): return 'decorated'


print(h(), deco is not None)


def nested():
    result = [[(last := (i, j)) for j in range(2)] for i in range(2)]
    return last, result


print(nested())


def gen():
    while (got := (yield)) != 'stop':
        print('got', got)
    return got


it = gen()
next(it)
it.send(1)
try:
    it.send('stop')
except StopIteration as e:
    print(e.value)
if any((found := w).startswith('b') for w in ('apple', 'banana', 'cherry')):
    print(found)
assert (ok := 1) and not (bad := 0), bad
print(ok, bad, (lambda: (w := 2) * w)(), 'w' in globals())
match (subject := [1, 2]):
    case [p, q] if (total := p + q) > 2: print(subject, total)
print(f'{(fs := "in f-string")!r}', fs, {(ky := 'k'): (vl := 1), **{ky: 2}}, vl)
d = {}
i = 5
d[(i := i * 2)] = (i := i + 1)
print(d, i)
try:
    print(undefined := missing)
except NameError as e:
    print(e, 'undefined' in globals())
x = 1
print(x if (x := 0) else (x := 'else'), x)
with (cm := type('CM', (), {'__enter__': lambda s: 'v', '__exit__': lambda s, *a: None})()) as value: print(value, cm is not None)
del (x)
print((x := 1) if (x := 2) else 0, x)
