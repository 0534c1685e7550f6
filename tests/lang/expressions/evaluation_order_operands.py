# Operands, calls, subscripts and displays are evaluated left to right.
log = []


def t(x, v=None):
    log.append(x)
    return x if v is None else v


def show(label):
    print(label, ' '.join(map(str, log)))
    log.clear()


t(1) + t(2) * t(3)
show('arithmetic')
t(1) ** t(2) ** t(3)
show('power')
(t(1) < t(2)) < t(3)
show('compare')
[t(1), t(2), *[t(3)], t(4)]
show('list')
{t('a'): t('b'), t('c'): t('d'), **{t('e'): t('f')}}
show('dict')
t('f', lambda *a, **k: None)(t(1), *[t(2)], t(3), k=t(4), **{'z': t(5)})
show('call')
t('obj', [0] * 10)[t(1)]
show('subscript')
t('obj', [0] * 10)[t(1):t(2):t(3)]
show('slice')
t('then') if t('cond') else t('else')
show('conditional')
t('a', 0) or t('b') and t('c', 0) or t('d')
show('boolean')
f'{t(1)}{t(2):{t(3)}}'
show('fstring')
(lambda a=t('default1'), *, b=t('default2'): None)
show('defaults')
{t(k): t(v) for k, v in [('k1', 'v1'), ('k2', 'v2')]}
show('dict comprehension')
t(1), (t(2), t(3)), {t(4)}
show('tuple')
d = {}
d[t('target')] = t('value')
show('assignment')
t('o', d)[t('t')] = t('o2', d)[t('t2')] = t('v')
show('chained assignment')
x = [0, 1]
x[t(0)] += t(1)
show('augmented')
del t('a', x)[t('b', 0)]
show('del')
