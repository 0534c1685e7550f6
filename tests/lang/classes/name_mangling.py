# __names in a class body are mangled with the class name.
class A:
    __private = 1
    __dunder__ = 2
    _single = 3

    def __init__(self):
        self.__x = 5
        self.__y__ = 6

    def __method(self, __arg=7):
        return self.__x, __arg

    def call(self):
        return self.__method(), self.__private

    def free(self):
        __local = 1

        def inner():
            return __local
        return inner(), sorted(locals())

    def use_global(self):
        return __module_name

    def kw(self, **k):
        return k

    def pass_kw(self):
        return self.kw(__k=1)

    class __Inner:
        __z = 8

    def inner_class(self):
        return self.__Inner.__name__, [k for k in vars(self.__Inner) if k.endswith('z')]

    try:
        import nothing.__here
    except ImportError as e:
        error = str(e)

    def exc(self):
        try:
            1 / 0
        except ZeroDivisionError as __e:
            return str(__e)

    def comp(self):
        return [__i for __i in range(2)]

    def glob(self):
        global __made
        __made = 9


_A__module_name = 'mangled global'
a = A()
print(sorted(vars(a)), a.call(), a._A__private, a._A__method(1), a.free(), a.use_global())
print(a.inner_class(), a.pass_kw(), a.exc(), a.comp(), [n for n in vars(A) if 'rivate' in n or 'ethod' in n or 'nner' in n])
a.glob()
print(_A__made)


class _Under:
    __v = 1


class ___:
    __v = 2


class __Lead:
    __v = 3


print([n for c in (_Under, ___, __Lead) for n in vars(c) if n.endswith('__v')])


class B(A):
    def __init__(self):
        super().__init__()
        self.__x = 'B'


b = B()
print(sorted(vars(b)), b.call())
try:
    a.__private
except AttributeError as e:
    print(e)
print(getattr(a, '_A__x'), hasattr(a, '__x'))


class C:
    __slots__ = ('__s',)

    def __init__(self):
        self.__s = 1


print(C()._C__s)


def f(self):
    return self.__x


A.f = f
try:
    a.f()
except AttributeError as e:
    print(e)
