# Objects held by tracebacks, handlers and unwinding frames.
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)


def raises():
    local = D('raising frame')
    raise ValueError('x')


try:
    raises()
except ValueError as e:
    print('handling')
print('handled')


def keeps():
    try:
        raises()
    except ValueError as e:
        return e


e = keeps()
print('exception kept')
e.__traceback__ = None
print('traceback dropped')


def through():
    a = D('a')
    try:
        b = D('b')
        raise KeyError
    finally:
        print('finally')


try:
    through()
except KeyError:
    print('caught')
print('after')


def early():
    with_local = D('early')
    for x in [D('in loop')]:
        return 'value'


print(early())


def gen():
    g = D('generator local')
    yield 1
    yield 2


for v in gen():
    print(v)
print('exhausted')
g = gen()
next(g)
del g
print('generator dropped')
g = gen()
next(g)
g.close()
print('closed')


class Bad:
    def __init__(self): D('constructor local'); self.d = D('half made'); raise ValueError('init')


try:
    Bad()
except ValueError:
    print('init failed')
try:
    print([D('arg1'), 1 / 0, D('never')])
except ZeroDivisionError:
    print('display failed')
try:
    (lambda a, b: None)(D('call arg'), undefined)
except NameError:
    print('call failed')
try:
    D('operand') + 1
except TypeError:
    print('operator failed')
def recurse(n):
    d = D(n)
    return recurse(n - 1) if n else 0
recurse(2)
try:
    x, y = D('u1'), *[D('u2'), D('u3')]
except ValueError as err:
    print(err)
print('unpack failed')
class CM:
    def __enter__(self): return D('entered')
    def __exit__(self, *a): print('exit')
with CM():
    print('body')
with CM() as c:
    pass
print('with done')
del c
async def coro():
    d = D('coroutine local')
    await never
c = coro()
try:
    c.send(None)
except NameError:
    print('coroutine failed')
del c
