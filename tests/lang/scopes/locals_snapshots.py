# locals() in a function is a snapshot, at module level it is the namespace.
x = 1
print(locals() is globals())
locals()['made'] = 5
print(made)


def f(a, b=2, *args, k, **kw):
    c = 3
    first = locals()
    d = 4
    second = locals()
    first['a'] = 'changed'
    return list(first), list(second), a, first is second


print(f(1, k=5, z=6))


def g():
    v = 1
    snap = locals()
    v = 2
    return snap['v'], locals()['v']


print(g())


class C:
    attr = 1
    names = [n for n in locals() if not n.startswith('__')]
    locals()['injected'] = 'yes'


print(C.names, C.injected)


def closure():
    captured = 1
    unused = 2

    def inner():
        captured
        return sorted(locals())
    return inner(), sorted(locals())


print(closure())


def unbound():
    if False:
        never = 1
    return locals()


print(unbound())


def comp():
    outer = 1
    return [sorted(locals()) for item in range(1)]


print(comp())
print((lambda p, q=1: locals())(5))
print(vars() is globals())

def gen():
    y = yield locals()
    yield locals()

it = gen()
print(next(it), it.send(3))
