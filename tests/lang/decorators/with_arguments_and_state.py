# Decorators that wrap, count, cache and register.
import functools


def count_calls(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kw):
        wrapper.calls += 1
        return fn(*args, **kw)
    wrapper.calls = 0
    return wrapper


def repeat(times, *, sep=', '):
    def decorate(fn):
        def wrapper(*args, **kw):
            return sep.join(str(fn(*args, **kw)) for _ in range(times))
        return wrapper
    return decorate


class Register:
    def __init__(self):
        self.items = {}

    def __call__(self, key):
        def decorate(fn):
            self.items[key] = fn
            return fn
        return decorate


class Memo:
    def __init__(self, fn):
        self.fn, self.cache = fn, {}

    def __call__(self, n):
        if n not in self.cache:
            self.cache[n] = self.fn(n)
        return self.cache[n]

    def __get__(self, obj, cls):
        return functools.partial(self, obj) if obj is not None else self


register = Register()


@count_calls
def add(a, b=1):
    "Adds."
    return a + b


@repeat(3, sep='-')
def tick(x):
    return x


@register('double')
@count_calls
def double(x):
    return x * 2


@Memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(add(1), add(1, b=5), add.calls, add.__name__, add.__doc__, add.__wrapped__(5))
print(tick('t'))
print(register.items['double'](4), register.items['double'].calls)
print(fib(80), len(fib.cache))


class Shape:
    @Memo
    def area(self):
        print('computed')
        return 42


s = Shape()
print(s.area(), s.area())


def singleton(cls):
    instances = {}

    def get(*args):
        if cls not in instances:
            instances[cls] = cls(*args)
        return instances[cls]
    return get


@singleton
class Config:
    def __init__(self, v):
        self.v = v


print(Config(1) is Config(2), Config(3).v)
