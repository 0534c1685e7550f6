# C3 linearisation, conflicts, custom mro(), changing __bases__

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class O: pass
class A(O): pass
class B(O): pass
class C(A, B): pass
class D(B): pass
class E(C, D): pass
names = lambda cls: [k.__name__ for k in cls.__mro__]
print(names(C), names(E))
show(lambda: type("Bad", (A, C), {})); show(lambda: type("Bad", (O, A), {}))
class P(A, B): pass
class Q(B, A): pass
show(lambda: type("Bad", (P, Q), {}))
class Base1:
    def who(self): return "Base1"
class Base2:
    def who(self): return "Base2"
class K(Base1): pass
class L(K): pass
k, l = K(), L()
print(k.who(), l.who(), names(L))
K.__bases__ = (Base2,)
print(k.who(), l.who(), names(L), Base1.__subclasses__(), [c.__name__ for c in Base2.__subclasses__()])
K.__bases__ = (Base1, Base2)
print(k.who(), names(L))
show(setattr, K, "__bases__", (L,)); show(setattr, K, "__bases__", (K,)); show(setattr, K, "__bases__", (int,)); show(setattr, K, "__bases__", (Base1, Base1)); show(setattr, K, "__bases__", ())
class X(Base1, Base2): pass
class Y(X, Base2): pass
show(setattr, X, "__bases__", (Base2, Base1))
print(names(Y))
class Meta(type):
    def mro(cls):
        order = super().mro()
        return [order[0]] + order[1:][::-1][1:] + [object] if len(order) > 3 else order
class M1(metaclass=Meta): v = "M1"
class M2(M1): v = "M2"
class M3(M2): pass
print(names(M3), M3.v)
for result in (5, [5], [], [int], "ab", None, [object]):
    class BadMeta(type):
        def mro(cls): return result
    try:
        cls = BadMeta("Z", (), {})
        print(result, names(cls))
    except Exception as error:
        print(result, type(error).__name__, error)
class Diamond:
    calls = []
    def f(self): self.calls.append("Diamond")
class Left(Diamond):
    def f(self): self.calls.append("Left"); super().f()
class Right(Diamond):
    def f(self): self.calls.append("Right"); super().f()
class Bottom(Left, Right):
    def f(self): self.calls.append("Bottom"); super().f()
Bottom().f()
print(Diamond.calls)
