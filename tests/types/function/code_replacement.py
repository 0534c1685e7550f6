# Swapping __code__, __defaults__ and __globals__-dependent behaviour of live functions

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


def f(a, b=2): return ("f", a, b)
def g(x, y=0, *rest): return ("g", x, y, rest)
f.__code__ = g.__code__
print(f(1), f(1, 5, 6), f.__name__, f.__defaults__, f.__code__ is g.__code__)
f.__defaults__ = None
show(f); show(f, 1); print(f(1, 2))
def outer():
    n = 1
    def inner(): return n
    return inner
show(setattr, f, "__code__", outer().__code__); show(setattr, outer(), "__code__", f.__code__)
h = outer()
h2 = outer()
h.__code__ = h2.__code__
print(h())
def calls_len(x): return len(x)
print(calls_len("abc"))
len = lambda x: "shadowed"
print(calls_len("abc"))
del len
print(calls_len("abc"))
Function = type(f)
env = {"v": 10, "__builtins__": __builtins__}
def uses_v(): return v
show(uses_v)
moved = Function(uses_v.__code__, env)
print(moved(), moved.__name__, moved.__globals__ is env)
env["v"] = 20
print(moved(), Function(g.__code__, env, "named", (1, 2))(), Function(h.__code__, env, None, None, h.__closure__)())
show(Function, h.__code__, env); show(Function, g.__code__, 5); show(Function, 5, env); show(Function, g.__code__, env, 5); show(Function, g.__code__, env, "n", 5); show(Function, h.__code__, env, "n", None, (5,)); show(Function, h.__code__, env, "n", None, ())
class C:
    def m(self): return "m"
C.m.__code__ = (lambda self: "swapped").__code__
print(C().m(), C.m.__name__)
def recursive(n): return n if n == 0 else recursive(n - 1)
saved = recursive
def recursive(n): return "new"
print(saved(3), saved(0))
def kw(*, a=1, b=2): return a, b
kw.__kwdefaults__ = {"a": 5}
show(kw); print(kw(b=3)); kw.__kwdefaults__.update(b=6); print(kw())
