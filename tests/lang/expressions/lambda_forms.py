# Lambdas take every kind of parameter and close over their surroundings.
print((lambda: 1)(), (lambda x: x)(2), (lambda x, y=3: x + y)(1))
print((lambda *a: a)(1, 2), (lambda **k: k)(a=1), (lambda *, k: k)(k=5))
print((lambda a, /, b, *, c: (a, b, c))(1, b=2, c=3))
print((lambda a, *b, c=4, **d: (a, b, c, d))(1, 2, 3, e=5))
print((lambda: (yield))().__class__.__name__)
add = lambda x: lambda y: x + y
print(add(3)(4), add.__name__, add(1).__qualname__, add.__qualname__)
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
print((lambda x: x if x else 'zero')(0), (lambda: 1 or 2)())
print(sorted([3, -1, 2], key=lambda v: -v))
print((lambda x=lambda: 5: x())())
print(list(map(lambda x, y: (y, x), [1, 2], 'ab')))
print((lambda s: s(s, 5))(lambda s, n: 1 if n < 2 else n * s(s, n - 1)))
x = lambda: [y := 1, y + 1]
print(x())
print({'k': lambda: 3}['k'](), (lambda: {'a': 1})()['a'])
print((lambda *args, sep=',': sep.join(map(str, args)))(1, 2, sep=';'))
try:
    (lambda x: x)()
except TypeError as e:
    print(e)
try:
    (lambda: undefined_name)()
except NameError as e:
    print(e)
