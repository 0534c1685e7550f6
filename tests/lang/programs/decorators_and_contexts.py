# decorators and context managers
import functools, contextlib, time
def log(fn=None, *, level='INFO'):
    if fn is None: return functools.partial(log, level=level)
    @functools.wraps(fn)
    def wrapper(*a, **k):
        print(f"[{level}] {fn.__name__}{a}{k}")
        return fn(*a, **k)
    wrapper.calls = 0
    return wrapper
def retry(times, exc=Exception):
    def deco(fn):
        @functools.wraps(fn)
        def inner(*a, **k):
            for i in range(1, times + 1):
                try: return fn(*a, **k)
                except exc as e:
                    print('attempt', i, 'failed', e)
                    if i == times: raise RuntimeError('gave up') from e
        return inner
    return deco
@log
def add(a, b=2): "adds"; return a + b
@log(level='DEBUG')
def mul(a, b): return a * b
print(add(1), add(1, b=5), mul(2, 3), add.__name__, add.__doc__, add.__wrapped__(3))
n = 0
@retry(3, ValueError)
def flaky():
    global n; n += 1
    if n < 3: raise ValueError(n)
    return 'ok'
print(flaky()); n = -10
try: flaky()
except RuntimeError as e: print(e, repr(e.__cause__))
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info()); fib.cache_clear(); print(fib.cache_info())
@functools.lru_cache(maxsize=2)
def sq(x): print('calc', x); return x * x
sq(1); sq(2); sq(1); sq(3); sq(2); print(sq.cache_info())
@functools.singledispatch
def show(x): return f'obj {x}'
@show.register
def _(x: int): return f'int {x}'
@show.register(list)
def _(x): return 'list ' + ','.join(map(show, x))
print(show('a'), show(1), show([1, 'b', [2]]), show(True))
class CM:
    def __init__(self, n, sup=False): self.n, self.sup = n, sup
    def __enter__(self): print('enter', self.n); return self
    def __exit__(self, t, v, tb): print('exit', self.n, t and t.__name__, v); return self.sup
with CM('a') as a, CM('b', True) as b: print(a.n, b.n); raise KeyError('k')
@contextlib.contextmanager
def tag(name):
    print(f'<{name}>')
    try: yield name.upper()
    except ZeroDivisionError as e: print('swallowed', e)
    finally: print(f'</{name}>')
with tag('p') as t: print(t); 1 / 0
with contextlib.suppress(KeyError, IndexError): [][1]
with contextlib.ExitStack() as st:
    for i in range(3): st.enter_context(CM(i))
    st.callback(print, 'cb', sep='-')
class Meta(contextlib.ContextDecorator):
    def __enter__(self): print('in'); return self
    def __exit__(self, *e): print('out')
@Meta()
def f(x): print('body', x)
f(1)
class counted:
    def __init__(self, f): functools.update_wrapper(self, f); self.f, self.n = f, 0
    def __call__(self, *a): self.n += 1; return self.f(*a)
    def __get__(self, obj, owner=None): return self if obj is None else functools.partial(self, obj)
class K:
    @counted
    def m(self, x): return x * 2
k = K(); print(k.m(2), k.m(3), K.m.n, K.m.__name__)
class Once:
    def __set_name__(self, owner, name): self.name = name; print('set', owner.__name__, name)
    def __get__(self, o, t): return o.__dict__.setdefault(self.name, 42)
class U: v = Once()
print(U().v)
with contextlib.closing(type('C', (), {'close': lambda self: print('closed')})()) as c: pass
with contextlib.redirect_stdout(type('S', (), {'write': lambda s, t: None, 'flush': lambda s: None})()): print('hidden')
@contextlib.contextmanager
def bad(): yield 1; yield 2
try:
    with bad(): pass
except RuntimeError as e: print(e)
