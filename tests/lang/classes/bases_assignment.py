# __bases__ can be replaced when the layouts fit.
class A:
    def who(self): return 'A'


class B:
    def who(self): return 'B'


class C(A):
    pass


class D(C):
    pass


c, d = C(), D()
print(c.who(), d.who())
C.__bases__ = (B,)
print(c.who(), d.who(), [k.__name__ for k in D.__mro__])
print([k.__name__ for k in A.__subclasses__()], [k.__name__ for k in B.__subclasses__()])
C.__bases__ = (A, B)
print(c.who(), isinstance(d, A), isinstance(d, B))
for bases in [(), (5,), (C,), (D,), (int,), (A, A), 'x', [A], (object,), None]:
    try:
        C.__bases__ = bases
        print(bases, 'accepted', [k.__name__ for k in C.__mro__])
    except TypeError as e:
        print(str(e).split(', not')[0])
C.__bases__ = (A,)
try:
    object.__bases__ = (A,)
except TypeError as e:
    print(e)
d.__class__ = C
print(type(d).__name__, d.who())
d.__class__ = B
print(d.who())


class S:
    __slots__ = ('x',)


for value, cls in [(d, int), (d, S), (S(), A), (5, bool), (d, 5), ([], list), (A, B)]:
    try:
        value.__class__ = cls
        print('accepted')
    except TypeError as e:
        print(e)
