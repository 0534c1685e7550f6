# __init_subclass__ receives the class keywords, after __set_name__.
class Base:
    registry = []

    def __init_subclass__(cls, /, tag=None, **kw):
        print('init_subclass', cls.__name__, tag, kw)
        super().__init_subclass__(**kw)
        cls.tag = tag
        Base.registry.append(cls.__name__)


class A(Base, tag='a'): pass
class B(A): pass
class C(B, tag=5): tag = 'overwritten'
print(A.tag, B.tag, C.tag, Base.registry)
for source in ['class X(Base, other=1): pass', 'class X(object, k=1): pass', 'class X(k=1, j=2): pass', 'class X(Base, tag=1, tag=2): pass', 'class X(Base, **{"tag": "star"}): pass', 'class X(*[Base], **{}): pass', 'class X(Base, **5): pass', 'class X(**{"metaclass": type}): pass']:
    try:
        exec(source)
        print(source, 'accepted')
    except TypeError as e:
        print(source, '->', e)
    except SyntaxError as e:
        print(source, '->', e.msg)


class D:
    def __set_name__(self, owner, name):
        print('set_name', owner.__name__, name)


class Order(Base, tag='order'):
    first = D()
    second = D()
    print('body end')


class Mixin:
    def __init_subclass__(cls, **kw):
        print('mixin', cls.__name__, kw)
        super().__init_subclass__(**kw)


class Both(Mixin, Base, tag='both'): pass


class Raises:
    def __init_subclass__(cls):
        raise ValueError('refused ' + cls.__name__)


try:
    class Y(Raises): pass
except ValueError as e:
    print(e, 'Y' in globals())
print(Base.__init_subclass__.__self__.__name__, type(vars(Base)['__init_subclass__']).__name__)
object.__init_subclass__()
T = type('T', (Base,), {}, tag='from type()')
print(T.tag)


class Implicit:
    def __init_subclass__(cls, n):
        cls.n = n * 2


class Z(Implicit, n=4): pass
print(Z.n)
