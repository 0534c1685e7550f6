# `__class__` can change where instances look the same.
class A:
    pass
class B:
    pass
class S:
    __slots__ = ('a', 'b')
class S2:
    __slots__ = ('b', 'a')
class S3:
    __slots__ = ('a', 'c')
class S4:
    __slots__ = ('a', 'b', '__dict__')
class S5:
    __slots__ = ('a', 'b', '__weakref__')
class S6(S):
    __slots__ = ()
class S7(S):
    pass
s = S()
s.a = 1
for cls in (S2, S, S3, S4, S5, S6, S7, A):
    try:
        s.__class__ = cls
        print(type(s).__name__, s.a)
    except TypeError as error:
        print(error)
a = A()
a.x = 1
a.__class__ = B
print(type(a).__name__, a.x)
