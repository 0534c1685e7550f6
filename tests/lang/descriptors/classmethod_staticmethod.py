# classmethod and staticmethod objects, wrapping and chaining.
class A:
    @classmethod
    def make(cls, *args): return cls.__name__, args

    @staticmethod
    def stat(*args): return args

    def normal(self): return 'normal'

    c_of_lambda = classmethod(lambda cls: cls.__name__)
    s_of_builtin = staticmethod(len)
    c_of_builtin = classmethod(print)


class B(A):
    @classmethod
    def make(cls, *args): return 'B', super().make(*args)


print(A.make(1), A().make(2), B.make(3), B().make(4))
print(A.stat(1), A().stat(2), A.c_of_lambda(), B().c_of_lambda(), A().s_of_builtin('abc'))
s = vars(A)['stat']
c = vars(A)['make']
print(type(s).__name__, type(c).__name__, s(5), s.__func__(6), s.__wrapped__ is s.__func__, s.__name__, c.__name__, c.__isabstractmethod__)
try:
    c(1)
except TypeError as e:
    print(e)
print(c.__get__(None, B)(7), c.__get__(5)(8), s.__get__(None, int)(9))
print(A.make.__self__ is A, A.make.__func__ is c.__func__, A.make == A.make, A.make == B.make)


class D:
    calls = 0

    def __get__(self, obj, owner):
        return lambda *a: ('descriptor', obj, owner.__name__, a)


class E:
    sd = staticmethod(D())
    d = D()


print(E.d(1), type(E.sd).__name__)


def deco(fn):
    def wrapper(*args): return ['wrapped', fn(*args)]
    return wrapper


class F:
    @classmethod
    @deco
    def a(cls): return cls.__name__

    @staticmethod
    @deco
    def b(x): return x

    @property
    @deco
    def p(self): return 'p'


print(F.a(), F().b(1), F().p)
for call in ('staticmethod()', 'classmethod()', 'staticmethod(1, 2)', 'staticmethod(5)()', 'classmethod(5).__get__(None, A)()', 'A.make.x = 1', 'staticmethod(len).__get__()', 'A.normal()'):
    try:
        print(call, eval(call) if '=' not in call else exec(call))
    except (TypeError, AttributeError) as e:
        print(call, '->', type(e).__name__, e)
s.attr = 1
print(s.attr, vars(s).get('attr'))
