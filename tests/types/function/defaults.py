# Default values: evaluated once, in order, shared, mutable
trace = []
def t(x):
    trace.append(x)
    return x
def f(a=t("a"), b=t("b"), *, k=t("k"), l=t("l")): return a, b, k, l
g = lambda x=t("x"), *, y=t("y"): (x, y)
print(trace, f(), f(1, k=2), g(), g(5))
def acc(x, seen=[]):
    seen.append(x)
    return seen
print(acc(1), acc(2), acc(3, []), acc(4), acc.__defaults__)
acc.__defaults__[0].clear()
print(acc(5))
x = 1
def captures(v=x): return v
x = 2
print(captures(), captures.__defaults__)
captures.__defaults__ = (x,)
print(captures())
def none(a=None): return a is None
print(none(), none(None), none(0))
class C:
    y = 10
    def m(self, z=y): return z
    y = 20
print(C().m(), C.y)
def pos(a, b=2, /, c=3, *, d=4): return (a, b, c, d)
print(pos(1), pos(1, 5), pos(1, 5, 6), pos(1, c=7), pos(1, d=8))
pos.__kwdefaults__["d"] = "changed"
print(pos(0))
pos.__kwdefaults__ = None
try:
    pos(0)
except TypeError as error:
    print(error)
def annotated(a: t("ann a") = t("default a"), *, b: t("ann b") = t("default b")) -> t("ret"): pass
print(trace[6:])
