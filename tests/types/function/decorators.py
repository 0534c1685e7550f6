# Decorators: order, arguments, classes, methods, state, functools-like wrappers
trace = []
def mark(label):
    trace.append(("make", label))
    def decorate(f):
        trace.append(("apply", label, getattr(f, "__name__", f)))
        return f
    return decorate
@mark("outer")
@mark("inner")
def f(): return "f"
@mark("class")
class C:
    @mark("method")
    def m(self): return "m"
print(f(), C().m(), trace)
class Count:
    def __init__(self, function): self.function, self.calls = function, 0
    def __call__(self, *args):
        self.calls += 1
        return self.function(*args), self.calls
    def __get__(self, obj, owner): return lambda *args: ("bound", self.function(obj, *args))
@Count
def counted(x): return x * 2
print(counted(1), counted(2), counted.calls)
class D:
    @Count
    def method(self, x): return (type(self).__name__, x)
print(D().method(5))
def repeat(n):
    return lambda f: lambda *a: [f(*a) for _ in range(n)]
@repeat(2)
@repeat(3)
def hi(x): return x
print(hi("x"))
@lambda f: f.__name__ + " replaced"
def replaced(): pass
@(trace.append or print)
def none(): pass
registry = {}
@registry.setdefault.__get__(registry).__call__ if False else (lambda g: registry.setdefault(g.__name__, g))
def registered(): return "reg"
print(replaced, none, registry["registered"]())
@[mark, repeat][1](1)
def indexed(): return "indexed"
@(x := repeat)(1)
def walrus(): return "walrus"
print(indexed(), walrus(), x is repeat)
def trampoline(f):
    def run(*a):
        result = f(*a)
        while callable(result): result = result()
        return result
    return run
@trampoline
def even(n): return True if n == 0 else (lambda: odd(n - 1))
def odd(n): return False if n == 0 else (lambda: even.__closure__[0].cell_contents(n - 1))
print(even(5000), even(7))
try:
    @5
    def bad(): pass
except TypeError as error:
    print(error)
try:
    bad
except NameError as error:
    print(error)
