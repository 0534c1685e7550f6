# * and ** in calls: order of arguments, duplicates, errors.
def f(*args, **kwargs):
    return args, kwargs


print(f(*[1, 2], 3, *'ab', *{}, **{'x': 1}, y=2, **{'z': 3}))
print(f(*(i * i for i in range(3)), key=1))
print(f(**{}, **{'a': 1}), f(*[]), f(x=1, *[5, 6]))
print(f(*range(3), **dict(a=1)))
print(f(**{'not an identifier': 1}), f(**{'': 2}))


def g(a, b=2, *c, d, **e):
    return a, b, c, d, e


print(g(*[1], **{'d': 4, 'e': 5}))


class Mapping:
    def keys(self):
        print('keys')
        return ['k1', 'k2']

    def __getitem__(self, key):
        print('get', key)
        return key.upper()


print(f(**Mapping()))


class Iter:
    def __iter__(self):
        print('iter')
        return iter([1, 2])


print(f(*Iter(), *Iter()))
cases = [
    'f(**{1: 2})', 'f(**5)', 'f(*5)', "f(x=1, **{'x': 2})", "f(**{'x': 1}, **{'x': 2})",
    'f(*None)', 'f(**[1])', 'g()', 'g(1)', 'g(d=1)', 'g(1, a=2, d=3)', 'print(*5)', 'len(**3)', 'len(*3)',
    'f(1, *2)', "g(1, d=2, **{'d': 3})", 'f.__doc__(*[1])', "dict(**{'a': 1}, **{'a': 2})",
]
for source in cases:
    try:
        print(source, eval(source))
    except Exception as e:
        print(source, '->', type(e).__name__, e)
