# A base with slots can be replaced by one with slots of the same names.
class A:
    __slots__ = ('a', 'b')
class B:
    __slots__ = ('b', 'a')
class C:
    __slots__ = ('a', 'c')
class D(A):
    __slots__ = ()
d = D()
d.a = 1
D.__bases__ = (B,)
print(D.__mro__, d.a)
try:
    D.__bases__ = (C,)
except TypeError as error:
    print(error)
