# exec and eval work on the namespaces they are given.
g = {}
exec('x = 1\ndef f(): return x', g)
print(g['x'], g['f'](), '__builtins__' in g)
l = {}
exec('y = x + 1', g, l)
print(l, 'y' in g)
print(eval('x + y', g, l), eval('  x', g), eval('\t x + 1\n', g))


class Map:
    def __init__(self):
        self.log = []

    def __getitem__(self, k):
        self.log.append('get ' + k)
        if k == 'known':
            return 42
        raise KeyError(k)

    def __setitem__(self, k, v):
        self.log.append(f'set {k}={v}')

    def __delitem__(self, k):
        self.log.append('del ' + k)


m = Map()
exec('a = known\nb = len\ndel a\nfor i in (1,): pass', {}, m)
print(m.log)


def f():
    a = 1
    exec('a = 2; b = 3')
    return a, sorted(locals())


print(f())


def h():
    v = 10
    return eval('v + 1'), eval('[v for _ in range(2)]') if True else None


print(h())
code = compile('q = 5', 'name', 'exec')
ns = {}
exec(code, ns)
print(ns['q'], eval(compile('1 + 1', 'n', 'eval')))
exec('class K:\n    z = x', {'x': 'global'}, loc := {'x': 'local'})
print(loc['K'].z)
try:
    exec('def f(): return only_local\nr = f()', {}, {'only_local': 1})
except NameError as e:
    print(e)
print(eval('__builtins__ is not None', {}), eval('abs(-1)', {'__builtins__': {'abs': lambda v: 'mine'}}))
for args in [('len([])', {'__builtins__': {}}), ('1 +',), ('x = 1',), ('1', 5), ('1', {}, 5), (5,), ('',), ('a b',)]:
    try:
        print(eval(*args))
    except Exception as e:
        print(type(e).__name__, e if not isinstance(e, SyntaxError) else e.msg)
try:
    exec(5)
except TypeError as e:
    print(e)
