# Messages for wrong arguments of script functions

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


def f0(): pass
def f1(a): pass
def f2(a, b): pass
def f3(a, b, c): pass
def d1(a, b=1): pass
def d2(a=1, b=2): pass
def k1(*, k): pass
def k2(*, k, l): pass
def k3(*, k, l, m): pass
def po(a, b, /): pass
def po2(a, /, b, *, c): pass
def va(a, *args): pass
def kw(a, **kwargs): pass
def mixed(a, b, /, c, d=1, *args, e, f=2, **kw): pass
show(f0, 1); show(f0, 1, 2); show(f0, a=1); show(f0, 1, a=1)
show(f1); show(f1, 1, 2); show(f1, b=1); show(f1, 1, a=1); show(f1, 1, b=2); show(f1, 1, 2, b=2)
show(f2); show(f2, 1); show(f2, b=1); show(f2, 1, 2, 3); show(f2, 1, c=3); show(f2, c=3)
show(f3); show(f3, 1); show(f3, b=2); show(f3, 1, 2, 3, 4, 5)
show(d1); show(d1, 1, 2, 3); show(d2, 1, 2, 3); show(d2, c=1); show(d2, 1, a=2)
show(k1); show(k1, 1); show(k1, 1, k=2); show(k2); show(k2, 1); show(k3); show(k1, k=1, j=2); show(k2, k=1); show(k2, 1, 2, k=1, l=2); show(k2, 1, k=1)
show(po); show(po, 1); show(po, a=1, b=2); show(po, 1, b=2); show(po, 1, 2, 3); show(po2, a=1, b=2, c=3); show(po2, 1, 2); show(po2, 1, 2, 3); show(po2, 1, b=2, c=3, a=4)
show(va); show(va, a=1); show(va, 1, 2, a=3); show(kw, 1, 2); show(kw, 1, a=2); show(kw); show(kw, 1, b=2)
show(mixed); show(mixed, 1); show(mixed, 1, 2, 3); show(mixed, 1, 2, 3, e=4, a=5); show(mixed, a=1, b=2, c=3, e=4); show(mixed, 1, 2, e=5)
show(lambda: f1(*5)); show(lambda: f1(**5)); show(lambda: f1(**{1: 2})); show(lambda: f1(*[1, 2])); show(lambda: f2(1, **{"a": 1})); show(lambda: f2(a=1, **{"a": 2})); show(lambda: f0(**{"x y": 1})); show(lambda: f1(*None)); show(lambda: kw(1, **{"b": 1}, **{"b": 2}))
show(lambda x: x); show(lambda x, y: x, 1); show((lambda *, z: z)); show(lambda x: x, y=1)
def fuzzy(colour, size): pass
show(fuzzy, 1, color=2); show(fuzzy, 1, siz=2); show(fuzzy, 1, zzz=2)
class C:
    def m(self, a): pass
    @classmethod
    def c(cls, a): pass
    @staticmethod
    def s(a): pass
    def __call__(self, a): pass
    def __init__(self, *args): pass
class D:
    def __init__(self, a): pass
show(C().m); show(C().m, 1, 2); show(C.m); show(C.c); show(C().c, 1, 2); show(C.s); show(C().s, 1, 2); show(C()); show(D); show(D, 1, 2); show(D, b=1); show(object, 1); show(C().m, 1, a=2)
def outer():
    def inner(a): pass
    return inner
show(outer())
