# Attributes read through class objects, at instructions that have run often enough to be cached.
class Meta(type):
    pass


class A(metaclass=Meta):
    x = 1

    @staticmethod
    def s(*args):
        return ('s', args)

    @classmethod
    def c(cls, *args):
        return (cls.__name__, args)

    def m(self, *args):
        return ('m', self, args)


class B(A):
    pass


def read(cls):
    return cls.x


def calls(cls):
    return cls.s(1), cls.c(2), cls.m('self', 3)


def warm(f, *args):
    for _ in range(50):
        result = f(*args)
    return result


print(warm(read, A), warm(read, B))
print(warm(calls, A))
print(warm(calls, B))

A.x = 2
print(read(A), read(B))
B.x = 3
print(read(A), read(B))
del B.x
print(read(A), read(B))

# A data descriptor of the metaclass goes first, another attribute does not.
Meta.x = 'meta'
print(warm(read, A), warm(read, B))
Meta.x = property(lambda cls: 'property of ' + cls.__name__)
print(warm(read, A), warm(read, B))
del Meta.x
print(warm(read, A), warm(read, B))
Meta.__getattribute__ = lambda cls, name: ('hook', name)
print(warm(read, A))
del Meta.__getattribute__
print(warm(read, A))
Meta.__getattr__ = lambda cls, name: ('missing', name)
print(warm(read, A))
del A.x
print(warm(read, A), warm(read, B))
A.x = 4
print(warm(read, A), warm(read, B))


# Descriptors in the class are asked with no instance.
class D:
    def __get__(self, instance, owner):
        return ('D', instance, owner.__name__)


A.x = D()
print(warm(read, A), warm(read, B))
A.x = 5


# Another metaclass.
class Other(type):
    x = property(lambda cls: 'other')


print(warm(read, A))
try:
    A.__class__ = Other
except TypeError as e:
    print('TypeError', e)
class Deeper(Meta):
    x = property(lambda cls: 'deeper')
A.__class__ = Deeper
print(warm(read, A), warm(read, B))
A.__class__ = Meta
print(warm(read, A), warm(read, B))

# Rebinding what is called.
A.s = staticmethod(lambda *args: ('new s', args))
A.c = classmethod(lambda cls, *args: ('new c', cls.__name__, args))
A.m = lambda *args: ('new m', args)
print(warm(calls, A))
print(warm(calls, B))
A.s = A.c = A.m = len
try:
    calls(A)
except TypeError as e:
    print(e)

# The same instruction sees a class, an instance, a module and a class again.
import math


class Holder:
    pass


h = Holder()
h.x = 'instance'
math.x = 'module'
for thing in (A, h, math, A, B, h, A):
    print(warm(read, thing), end=' ')
print()


class WithCall:
    def s(self, *args):
        return 'instance method', args

    c = m = s


for thing in (A, WithCall(), A, WithCall()):
    try:
        print(warm(calls, thing))
    except TypeError as e:
        print('TypeError', e)
