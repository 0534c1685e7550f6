# Every way to pass the same arguments gives the same binding
def f(a, b, /, c, d=4, *args, e, g=7, **kw): return (a, b, c, d, args, e, g, kw)
print(f(1, 2, 3, e=5), f(1, 2, c=3, e=5), f(1, 2, 3, 40, 50, e=5, h=8), f(*(1, 2, 3), **{"e": 5}), f(1, *[2, 3], e=5, **{"g": 70, "a": "kw a"}), f(1, 2, e=5, c=3, b="kw b"))
def pos_only(a, b=2, /): return a, b
def kw_only(*, a, b=2): return a, b
def all_default(a=1, b=2, *, c=3): return a, b, c
def only_args(*args): return args
def only_kwargs(**kwargs): return kwargs
def both(*args, **kwargs): return args, kwargs
print(pos_only(1), pos_only(1, 3), kw_only(a=1), kw_only(b=1, a=2), all_default(), all_default(9), all_default(b=9), all_default(c=9, a=8), only_args(), only_args(1, 2), only_kwargs(), only_kwargs(x=1), both(1, x=2), both())
args = only_args(1, 2)
kwargs = {"x": 1}
received = only_kwargs(**kwargs)
received["y"] = 2
print(kwargs, received, only_args(*args) == args, both(*args, **kwargs))
lam = lambda a, b=2, *c, d=4, **e: (a, b, c, d, e)
print(lam(1), lam(1, 2, 3, d=5, f=6), (lambda: "none")(), (lambda *a: a)(1, 2), (lambda **k: k)(z=1), (lambda x, /, y, *, z: (x, y, z))(1, y=2, z=3))
class C:
    def m(self, a, *, b=2): return a, b
    @classmethod
    def c(cls, a, b=2): return cls.__name__, a, b
    @staticmethod
    def s(a, b=2): return a, b
    def __init__(self, a=1, *args, **kw): self.args = (a, args, kw)
    def __call__(self, *args, **kw): return args, kw
print(C().m(1), C().m(a=1, b=3), C.m(C(), 1), C.c(1), C.c(a=1, b=3), C.s(1), C().s(b=1, a=2), C(1, 2, z=3).args, C()(1, k=2), C(a=5).args)
def order(a=print("default a evaluated"), b=print("default b evaluated")): pass
trace = []
def t(x):
    trace.append(x)
    return x
both(t(1), k=t(2), *t([3]), j=t(4), **t({"l": 5}))
t(only_args)(t(1), t(2))
print([x if not callable(x) else x.__name__ for x in trace])
def many(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9): return a0 + a9
print(many(*range(10)), many(**{f"a{i}": i for i in range(10)}), many(0, 1, 2, 3, 4, a9=9, a8=8, a7=7, a6=6, a5=5))
