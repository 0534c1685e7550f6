# One function that uses every kind of variable at once.
counter = 0


def factory(step, *, label='f', log=[]):
    history = []
    total = 0

    def inner(x, y=step, *rest, scale=1, **options):
        nonlocal total
        global counter
        counter += 1
        total += (x + y) * scale + sum(rest)
        history.append((label, x, y, rest, sorted(options)))
        log.append(total)
        local = [step + i for i in range(2)]
        return total, local, len(history), (lambda: (step, total, counter))()
    inner.history = history
    return inner


a, b = factory(1, label='a'), factory(10)
print(a(1), a(2, 3), a(1, 2, 3, 4, scale=2, extra=True))
print(b(5), b(y=1, x=2))
print(a.history, counter, factory.__kwdefaults__)
print(a.__closure__ is not None, a.__code__.co_freevars, a.__defaults__, a.__kwdefaults__)
import functools
p = functools.partial(a, 100, scale=0)
print(p(), p(5), p.args, p.keywords, p.func is a)


def trampoline(fn, *args):
    while callable(fn):
        fn = fn(*args)
        args = ()
    return fn


def even(n): return True if n == 0 else lambda: odd(n - 1)
def odd(n): return False if n == 0 else lambda: even(n - 1)
print(trampoline(even, 5001))
compose = lambda *fs: functools.reduce(lambda f, g: lambda *a: f(g(*a)), fs)
print(compose(str, abs, int.__neg__)(5), compose(len, list)('abc'))
Y = lambda f: (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a)))
print(Y(lambda self: lambda n: 1 if n < 2 else n * self(n - 1))(20))
def curry(f, n): return f() if n == 0 else lambda x: curry(lambda *a: f(x, *a), n - 1)
print(curry(lambda a, b, c: (a, b, c), 3)(1)(2)(3))
