# *args is a new tuple, **kwargs a new dict in call order.
def f(*args, **kwargs):
    kwargs['added'] = 1
    return args, kwargs


source = {'a': 1}
lst = [1, 2]
print(f(*lst, **source), source, lst)
t = (1, 2)
print((lambda *a: a)(*t) == t)


def order(**kw):
    return list(kw)


print(order(z=1, a=2, m=3), order(**{'q': 1}, b=2, **{'c': 3}))


def keep(*args):
    def inner():
        return args
    args += (99,)
    return inner()


print(keep(1, 2))


def forward(*args, **kw):
    return target(*args, **kw)


def target(a, b=2, *rest, c=3, **others):
    return a, b, rest, c, others


print(forward(1), forward(1, 5, 6, c=7, d=8))
print(target(*range(5), **dict(c='c', z='z')))
print(target(**{'a': 1}))
print((lambda a, *b, c: (a, b, c))(*'xy', c='z'))


def empty(*, only=1, **rest):
    return only, rest


print(empty(), empty(only=2), empty(args=3))


def names(self, cls, args, kwargs):
    return self, cls, args, kwargs


print(names(self=1, cls=2, args=3, kwargs=4))
big = f(*range(300))[0]
print(len(big), big[-1])
kw = {f'k{i}': i for i in range(300)}
print(len(f(**kw)[1]), f(**kw)[1]['k299'])
