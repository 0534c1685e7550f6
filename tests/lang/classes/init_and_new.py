# __new__ creates, __init__ initialises only instances of the class.
class A:
    def __new__(cls, *args, **kw):
        print('new', cls.__name__, args, kw)
        self = super().__new__(cls)
        self.made = True
        return self

    def __init__(self, *args, **kw):
        print('init', args, kw, self.made)


A(1, k=2)


class B(A):
    def __new__(cls, *args):
        return 5


print(B(1))


class C(A):
    def __new__(cls, kind):
        if kind == 'a':
            return A(kind)
        return super().__new__(cls, kind)


print(type(C('a')).__name__, type(C('c')).__name__)


class Singleton:
    _one = None

    def __new__(cls):
        if cls._one is None:
            cls._one = super().__new__(cls)
        return cls._one

    def __init__(self):
        self.count = getattr(self, 'count', 0) + 1


print(Singleton() is Singleton(), Singleton().count)


class Sub(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    @property
    def x(self):
        return self[0]


s = Sub(3, 4)
print(s, s.x, type(s + s).__name__, isinstance(s, tuple))


class Ret:
    def __init__(self):
        return 5


class OnlyInit:
    def __init__(self, a): pass


class OnlyNew:
    def __new__(cls, a): return super().__new__(cls)


class Nothing: pass


class BadNew:
    def __new__(): pass


class SuperArgs:
    def __new__(cls, a): return super().__new__(cls, a)


class SuperInit:
    def __init__(self, a): super().__init__(a)


for call in (Ret, OnlyInit, lambda: OnlyInit(1, 2), OnlyNew, lambda: OnlyNew(1), lambda: Nothing(1), lambda: Nothing(x=1), BadNew, lambda: SuperArgs(1), lambda: SuperInit(1), lambda: object(1), lambda: object.__new__(), lambda: object.__new__(5), lambda: object.__new__(int), lambda: int.__new__(str), lambda: int.__new__(bool), lambda: object.__init__(5, 1), lambda: tuple.__new__(list), lambda: int.__new__(5), lambda: type.__new__(type)):
    try:
        print(type(call()).__name__)
    except TypeError as e:
        print(e)
