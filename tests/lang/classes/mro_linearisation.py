# C3 linearisation and the conflicts it refuses.
class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
class E: pass
class F(D, E): pass
class G(E, D): pass


def names(cls):
    return ' '.join(c.__name__ for c in cls.__mro__)


for cls in (A, B, D, F, G, bool, type):
    print(cls.__name__, '->', names(cls))
for source in ['class X(A, B): pass', 'class X(A, A): pass', 'class X(D, B, A): pass', 'class X(F, G): pass', 'class X(object, A): pass', 'class X(B, D): pass',
               'class X(int, str): pass', 'class X(5): pass', 'class X(None): pass', 'class X("s"): pass', 'class X(bool): pass', 'class X(type(None)): pass', 'class X(range): pass', 'class X(type(len)): pass',
               'class X(A, metaclass=int): pass', 'class X(list, dict): pass', 'class X(type(...)): pass', 'class X(slice): pass', 'class X(type(lambda: 0)): pass', 'class X(int, float): pass', 'class X(NotImplemented.__class__): pass', 'class X(A()): pass']:
    try:
        exec(source)
        print(source, '->', names(X))
    except TypeError as e:
        print(source, '->', str(e).replace('\n', ' | '))


class H(B):
    def who(self): return 'H'


class I(C):
    def who(self): return 'I'


class J(H, I): pass


print(J().who(), names(J), J.mro() == list(J.__mro__))
print(issubclass(J, A), issubclass(A, J), isinstance(J(), (int, I)), J.__base__.__name__, [c.__name__ for c in A.__subclasses__()])
class O1(object): pass
class X1(list, A): pass
class X2(A, list): pass
print(names(X1), '/', names(X2), X2.__base__.__name__)
K = type('K', (J,), {})
print(names(K))
