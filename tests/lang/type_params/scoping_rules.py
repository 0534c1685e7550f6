# Type parameter scopes see class variables and mangle names.
class Outer:
    Attr = 'class attribute'

    def method[T: Attr](self, x: Attr) -> T:
        return T.__bound__

    class Inner[U: Attr]:
        try:
            seen = Attr
        except NameError as e:
            seen = str(e)
        def get(self): return U.__bound__

    type Alias[V: Attr] = tuple[V, Attr]


o = Outer()
print(o.method(1), Outer.Inner.seen, Outer.Inner().get(), Outer.Alias.__value__, Outer.method.__annotations__['x'])


def func():
    local = 'local'

    def inner[T: local](a: T = local): return a, T.__bound__
    type A[T: local] = (T, local)
    class K[T: local](*[], **{}):
        attr = local
        def m(self): return T.__bound__, local
    return inner(), A.__value__[1], K.attr, K().m()


print(func())


class Mangle:
    def f[__T](self, x: __T): return __T.__name__, [n for n in self.f.__annotations__]
    type __Alias = int
    class __In[__U]: name = 5


print(Mangle().f(1), [n for n in vars(Mangle) if 'Alias' in n or 'In' in n], Mangle._Mangle__Alias.__name__)
T = 'global T'


def uses_global(): return T


def shadows[T](): return T.__name__, uses_global()


print(shadows())


def reassign[T](x):
    T = 'reassigned'
    return T


print(reassign(1), reassign.__type_params__)


class A[T]:
    T2 = T
    T = 'class level'
    def m(self): return T.__name__


print(A.T, A.T2, A().m())
def defaults[T](x=T): return x
print(defaults())
def deco(arg): return lambda f: (arg, f.__name__)
@deco(T)
def decorated[T](): pass
print(decorated)
def recursive[T](n): return n if n == 0 else recursive(n - 1)
print(recursive(3))
class G[T]:
    def __class_getitem__(cls, item): return f'getitem {item}'
print(G[int])
def cell[T]():
    def bump():
        nonlocal_value = T
        return nonlocal_value.__name__
    return bump()
print(cell(), cell.__qualname__, A.m.__qualname__, Outer.Inner.get.__qualname__)
