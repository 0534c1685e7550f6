# The order of calls and the arguments of __exit__.
class CM:
    def __init__(self, name, swallow=False):
        print('create', name)
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print('enter', self.name)
        return self.name.upper()

    def __exit__(self, t, v, tb):
        print('exit', self.name, t and t.__name__, v, tb is not None)
        return self.swallow


with CM('a') as a:
    print('body', a)
with CM('b') as b, CM('c') as c:
    print('body', b, c)
with (CM('d') as d, CM('e'),):
    print('body', d)
with CM('f', True):
    raise ValueError('swallowed')
try:
    with CM('g'), CM('h', True), CM('i'):
        raise ValueError('stops at h')
    print('after')
    with CM('j'):
        raise KeyError('through')
except KeyError as e:
    print('caught', e)
with CM('k') as (x, *y):
    print(x, y)
obj = type('O', (), {})()
lst = [0]
with CM('lo') as obj.attr, CM('m') as lst[0]:
    print(obj.attr, lst)
with CM('n') as [p]:
    print(p)
try:
    with CM('ab') as (p, q, r):
        print('never')
except ValueError as e:
    print(e)


class Truthy:
    def __enter__(self): return self
    def __exit__(self, *a):
        print(len(a))
        return [1]


with Truthy() as t:
    1 / 0
print(isinstance(t, Truthy))


def f():
    with CM('ret', True):
        return 'returned'


print(f())


class OnlyExit:
    def __exit__(self, *a): pass


class OnlyEnter:
    def __enter__(self): pass


class Inst:
    def __init__(self):
        self.__enter__ = self.__exit__ = lambda *a: None


for cls in (OnlyExit, OnlyEnter, Inst, int):
    try:
        with cls():
            print('never')
    except TypeError as e:
        print(e)
