# What __get__, __set__ and __delete__ are called with.
class D:
    def __get__(self, obj, owner=None):
        print('get', obj if obj is None else type(obj).__name__, owner and owner.__name__)
        return self

    def __set__(self, obj, value):
        print('set', type(obj).__name__, value)

    def __delete__(self, obj):
        print('delete', type(obj).__name__)


class A:
    d = D()


class B(A):
    pass


a, b = A(), B()
a.d, b.d, A.d, B.d
a.d = 1
b.d = 2
del a.d
super(B, b).d
getattr(b, 'd')
a.d.x = 5
vars(A)['d'].__get__(a)
B.d = 'plain'
print(b.d)
del B.d
b.d
object.__getattribute__(b, 'd')
type.__getattribute__(B, 'd')


class NotCallable:
    __get__ = 5


class E:
    n = NotCallable()


try:
    E().n
except TypeError as e:
    print(e)


class GetOnInstance:
    def __init__(self):
        self.__get__ = lambda *a: 'never used'


class F:
    g = GetOnInstance()


print(type(F().g).__name__)


class Fn:
    f = lambda self: 'function'
    b = len
    s = staticmethod(lambda: 'static')
    c = classmethod(lambda cls: cls.__name__)
    t = 5 .__add__


print(Fn().f(), Fn().s(), Fn().c(), Fn().t(1), Fn.b([1]))
print(type(vars(Fn)['s']).__name__, type(vars(Fn)['c']).__name__, vars(Fn)['c'].__func__.__name__, vars(Fn)['s']())
