# Annotations are evaluated in order, stored in __annotations__, mangled in classes.
def log(x):
    print('eval', x)
    return x


def f(a: log('a'), b: log('b') = log('default b'), /, c: log('c') = 1, *args: log('args'), d: log('d') = log('default d'), **kw: log('kw')) -> log('return'): pass


print(f.__annotations__)
f.__annotations__['added'] = 1
print(f.__annotations__)
f.__annotations__ = {'replaced': True}
print(f.__annotations__)
del f.__annotations__
print(f.__annotations__)
for bad in (5, []):
    try:
        f.__annotations__ = bad
    except TypeError as e:
        print(e)


class A:
    x: log('x') = log('value')
    y: log('y')
    __private: int
    x: log('x again')
    for i in range(2):
        z: log('z')
    if False:
        never: log('never')
    def m(self, __arg: int): pass


print(A.__annotations__, A.m.__annotations__)


class B(A): pass


print('__annotations__' in vars(B), B.__annotations__, B.__annotations__ is A.__annotations__)


class C(A):
    w: 'string annotation'


print(C.__annotations__, C.__annotations__['w'])
v: log('module')
print(__annotations__)
try:
    u: undefined_annotation = 5
except NameError as e:
    print(e, u)


def local():
    a: undefined_annotation = 5
    b: also_undefined
    return a


print(local())
(w): log('parenthesised') = 1
print('w' in __annotations__)
lst = [0]
lst[log(0)]: log('target annotation') = log(9)
print(lst)
def noted(x: 'int', y: "list['int']" = None) -> 'str': pass
print(noted.__annotations__)
def star(*args: *tuple[int, str]): pass
print(star.__annotations__)
class D:
    __annotations__ = {'preset': 1}
    x: int
print(D.__annotations__)
lam = lambda x: x
print(lam.__annotations__)
class E:
    x: int
    del __annotations__
    try:
        y: int
    except NameError as e:
        print(e)
