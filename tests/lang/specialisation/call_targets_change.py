# One call site calls functions of different signatures, methods, classes and built-ins.
def call0(f): return f()
def call1(f, a): return f(a)
def call2(f, a, b): return f(a, b)
def callkw(f, a): return f(a, key=a)


def zero(): return 'zero'
def default(a=1, b=2): return ('default', a, b)
def star(*args, **kw): return ('star', args, kw)
def kwonly(a=0, *, key='k'): return ('kwonly', a, key)
def closure(n): return lambda *a: ('closure', n, a)


class C:
    def __init__(self, *args, **kw): self.args = args, kw
    def __repr__(self): return f'C{self.args}'
    def m(self, *a): return ('method', a)
    @classmethod
    def c(cls, *a): return ('class', a)
    @staticmethod
    def s(*a): return ('static', a)
    def __call__(self, *a, **kw): return ('call', a, kw)


import functools
targets = [zero, default, star, kwonly, closure(1), closure(2), C, C().m, C.c, C.s, C(), int, str, dict, len, print.__class__, functools.partial(default, 9), lambda x=5: x, type, [].append, 5, None, (i for i in [1]).__next__, max, zero.__call__, C.m]
for name, call, args in (('0', call0, ()), ('1', call1, ('7',)), ('2', call2, ('7', 8)), ('kw', callkw, ('7',))):
    print('--', name)
    for _ in range(3):
        results = []
        for t in targets:
            for _ in range(4):
                try:
                    r = call(t, *args)
                except (TypeError, ValueError, StopIteration) as e:
                    r = f'{type(e).__name__}: {e}'
            results.append(r)
    for r in results:
        print(r)


def changing(a, b=1): return a, b


out = []
for i in range(40):
    if i == 10: changing.__defaults__ = (2,)
    if i == 20: changing.__code__ = (lambda a, b=0: ('new code', a, b)).__code__
    if i == 30: changing.__defaults__ = None
    try:
        r = changing(0)
    except TypeError as e:
        r = str(e)
    if not out or out[-1] != r:
        out.append(r)
print(out)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(16))
original = fib
fib = lambda n: 1
print(original(16))
