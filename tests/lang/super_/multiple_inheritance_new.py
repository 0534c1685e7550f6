# super().__new__ and __init__ through diamonds and built-in bases.
class Log:
    def __new__(cls, *args, **kw):
        print('Log.__new__', cls.__name__)
        return super().__new__(cls, *args, **kw)


class Int(Log, int):
    def __init__(self, *args):
        print('Int.__init__', args)


print(Int(5) + 1, Int('7') * 2)


class Dict(Log, dict):
    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)
        print('Dict.__init__', dict(self))


d = Dict({'a': 1}, b=2)
print(d, type(d).__mro__[1].__name__)


class Str(str):
    def __new__(cls, value):
        return super().__new__(cls, value.upper())

    def __init__(self, value):
        self.original = value


s = Str('abc')
print(s, s.original, s + 'd', type(s + 'd').__name__, s == 'ABC', hash(s) == hash('ABC'), {s: 1}['ABC'])


class Exc(ValueError):
    def __init__(self, code, *args):
        super().__init__(*args)
        self.code = code


e = Exc(404, 'not', 'found')
print(e, e.args, e.code, repr(e))


class A:
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        cls.tags = getattr(super(cls, cls), 'tags', ()) + (cls.__name__,)


class B(A): pass
class C(B): pass
class D(C): pass
print(D.tags)


class F(float):
    def __add__(self, o): return F(super().__add__(o))
    def __repr__(self): return f'F({super().__repr__()})'


print(F(1.5) + 2 + 3, 1 + F(2), sum([F(1), F(2)]))


class T(type):
    def mro(cls): return super().mro()[::1]
    def __repr__(cls): return f'<T {cls.__name__}>'


class X(metaclass=T): pass
class Y(X): pass
print(Y, Y.__mro__[:2])
