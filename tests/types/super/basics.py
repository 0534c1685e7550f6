# super(): zero and two arguments, class methods, attributes, errors

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class A:
    x = "A.x"
    def f(self): return "A.f"
    @classmethod
    def c(cls): return ("A.c", cls.__name__)
    @staticmethod
    def s(): return "A.s"
    @property
    def p(self): return "A.p"
class B(A):
    x = "B.x"
    def f(self): return "B>" + super().f()
    @classmethod
    def c(cls): return super().c()
    def get(self, name): return getattr(super(), name)
    @property
    def p(self): return "B>" + super().p
    def inner(self):
        return [super(B, self).f() for _ in range(1)], (lambda: super(B, self).x)()
    def nested(self):
        def g(): return super(B, self).f()
        return g()
    def __getattr__(self, name): return "B.getattr"
b = B()
print(b.f(), B.c(), b.get("x"), b.get("s")(), b.p, b.inner(), b.nested(), super(B, b).x, super(B, B).c(), super(B, b).__thisclass__.__name__, super(B, b).__self__ is b, super(B, b).__self_class__.__name__)
show(lambda: super(B, b).missing); show(lambda: super(B, 5).x); show(lambda: super(5, b)); show(lambda: super(A, A()).x); show(super); show(lambda: super(B, A())); show(lambda: super(int, True).bit_length()); show(lambda: super(B, b)()); show(lambda: super(B, b)[0]); show(lambda: setattr(super(B, b), "x", 1)); show(lambda: super(B, b, 1)); show(lambda: super(B, None).x); show(lambda: super(B).x)
print(repr(super(B, b)).split(",")[0], type(super(B, b)).__name__, super(B, b).__class__)
unbound = super(B)
print(unbound.__self__, unbound.__get__(b, B).f())
class C(B):
    def f(self):
        self = None
        try:
            return super().f()
        except AttributeError as error:
            return str(error)
    def g(*args): return super().f()
    def h(): return super()
    def d(self):
        del self
        try:
            return super().f()
        except RuntimeError as error:
            return str(error)
    def cl(self): return __class__.__name__
c = C()
print(c.f(), c.cl(), c.d())
show(c.g); show(C.h)
def outside(self): return super().f()
show(outside, b)
def outside_no(): return super()
show(outside_no)
C.late = lambda self: super(C, self).f()
print(c.late())
class Init:
    def __init__(self, **kw): print("Init", kw)
class M1(Init):
    def __init__(self, a=0, **kw): super().__init__(**kw); print("M1", a)
class M2(Init):
    def __init__(self, b=0, **kw): super().__init__(**kw); print("M2", b)
class Both(M1, M2): pass
Both(a=1, b=2, z=3)
class D(B):
    super = None
    def f(self):
        return "D"
class Meta(type):
    def make(cls): return super().__call__()
print(type(Meta("N", (), {}).make()).__name__)
