# Order of evaluation in every compound statement and definition.
log = []


def t(label, value=None):
    log.append(label)
    return value if value is not None else label


def show(label):
    print(label, '|', ' '.join(map(str, log)))
    log.clear()


class CM:
    def __init__(self, n): log.append(f'make {n}'); self.n = n
    def __enter__(self): log.append(f'enter {self.n}'); return self
    def __exit__(self, *a): log.append(f'exit {self.n}')


def deco(n):
    log.append(f'deco {n}')
    return lambda f: log.append(f'apply {n}') or f


@deco('a')
@deco('b')
def f(x: t('ann x') = t('default x', 1), *args: t('ann args'), y: t('ann y') = t('default y', 2), **kw: t('ann kw')) -> t('ann return'): pass


show('def')


@deco('c')
class K(t('base', object), metaclass=t('meta', type)):
    log.append('body')
    x: t('class ann') = t('class value')


show('class')
with t('cm', CM)(1) as t('target', {})['k'], CM(2):
    log.append('body')
show('with')
for t('for target', {})[t('key')] in t('iterable', [1, 2]): log.append('loop')
show('for')
try:
    raise t('exception', ValueError)(t('arg')) from t('cause', KeyError)
except t('except class', (ValueError,)) as e:
    log.append('handler')
finally:
    log.append('finally')
show('try')
assert t('assert', True), t('message')
try:
    assert not t('assert2', True), t('message2')
except AssertionError:
    pass
show('assert')
x = t('x1', [1, 2, 3])
x[t('i', 0)], x[t('j', 1)] = t('v1', 10), t('v2', 20)
show('tuple assignment')
t('obj', {})[t('k1')] = t('obj2', {})[t('k2')] = t('value')
show('chained')
t('aug', x)[t('aug i', 0)] += t('aug v', 5)
show('augmented')
del t('d', [1, 2])[t('di', 0)], t('d2', {'k': 1})[t('dk', 'k')]
show('del')
(t('at', {}))[t('akey')]: t('annotation') = t('avalue')
show('annotated')
lambda a=t('lambda default'): t('never')
show('lambda')
match t('subject', 5):
    case 1 if t('never'): pass
    case int() if t('guard', True): log.append('matched')
show('match')
while t('while', len(log) < 3): pass
show('while')
if t('if', 0): pass
elif t('elif', 0): pass
else: log.append('else')
show('if')
def g(): return t('r1'), *t('r2', [1]), t('r3')
g()
show('return')
def h():
    got = yield t('y1')
    yield t('y2'), got
    return (yield t('y3')) + t('y4', 1)
gen = h()
next(gen)
gen.send(t('sent'))
show('yield')
print(t('p1'), t('p2'), sep=t('sep'), end=t('end', '\n'))
show('call keywords')
t('f', lambda **k: None)(**{t('dk1'): t('dv1')}, kw=t('kwv'), **t('map', {'z': 1}))
show('call mapping')
[t('elt') for a in t('outer', [1]) if t('c1', True) for b in t('inner', [1]) if t('c2', 0)]
show('comprehension')
f'{t("e1")!r:{t("w", 5)}}{t("e2")}'
show('fstring')
t('s', 'abc')[t('lo', 0):t('hi', 2):t('st', 1)]
show('slice')
t('c1', 1) < t('c2', 2) < t('c3', 0) < t('c4')
show('chain')
import math
from math import pi as renamed
exec('import math')
class L:
    a = [t('class list')]
    b = t('b') if t('cond', True) else t('never')
show('class body')
