# Defaults are evaluated once, at definition, and can be replaced.
def log(x):
    print('default', x)
    return x


def f(a=log([]), *, k=log({})):
    a.append(1)
    k[len(a)] = True
    return a, k


print(f(), f())
print(f([9]))
print(f.__defaults__, f.__kwdefaults__)
f.__defaults__ = ('new',)
f.__kwdefaults__ = {'k': 'kw'}


def g(a, b=1, c=2):
    return a, b, c


print(g.__defaults__)
g.__defaults__ = (10,)
try:
    g(1)
except TypeError as e:
    print(e)
print(g(1, 2))
g.__defaults__ = (7, 8, 9)
print(g())
g.__defaults__ = None
try:
    g(1)
except TypeError as e:
    print(e)


def h(*, a=1, b):
    return a, b


h.__kwdefaults__ = {'b': 'default b'}
try:
    print(h())
except TypeError as e:
    print(e)
h.__kwdefaults__['a'] = 'x'
print(h())
x = 'at definition'


def late(v=x):
    return v


x = 'changed'
print(late())
for i in range(2):
    def in_loop(v=i):
        return v
    print(in_loop())
for name, value in [('__defaults__', 5), ('__kwdefaults__', 5), ('__defaults__', [1]), ('__name__', 5), ('__qualname__', None), ('__code__', 1), ('__dict__', 3), ('__globals__', {}), ('__closure__', ())]:
    try:
        setattr(g, name, value)
        print(name, 'set')
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
