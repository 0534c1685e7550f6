# send resumes with a value; the first must be None.
def echo():
    received = []
    while True:
        got = yield len(received)
        print('got', got)
        if got == 'stop':
            return received
        received.append(got)


g = echo()
try:
    g.send('too early')
except TypeError as e:
    print(e)
print(g.send(None), g.send('a'), next(g), g.send(5))
try:
    g.send('stop')
except StopIteration as e:
    print(e.value)
for call in (lambda: next(g), lambda: g.send(1), lambda: g.throw(ValueError('late'))):
    try:
        call()
    except StopIteration as e:
        print('StopIteration', e.value)
    except ValueError as e:
        print('ValueError', e)


def expressions():
    x = (yield 1) + (yield 2)
    print('sum', x)
    y = [(yield 'a'), (yield 'b')]
    print(y, (yield (yield 'nested')))
    a, b = yield
    print(a, b)
    z = yield 1, 2
    d = {}
    d[(yield 'key')] = yield 'value'
    print(d, z)
    return (yield)


g = expressions()
value = None
for send in (None, 10, 5, 'p', 'q', 'inner', 'outer', (3, 4), 'z', 'v', 'k', 'end'):
    try:
        print('->', g.send(send))
    except StopIteration as e:
        print('returned', e.value)


def defaults(x=(lambda: (yield 5))):
    return list(x())


print(defaults())
def only_yield(): yield
print(list(only_yield()), next(only_yield()))
def lam():
    f = lambda: (yield 3)
    yield from f()
print(list(lam()))
