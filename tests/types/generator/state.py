# Attributes, re-entry, and destruction of generators

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


def g():
    yield gen.gi_running
    yield gen.gi_frame is not None
    try:
        next(gen)
    except ValueError as error:
        yield str(error)
    try:
        gen.close()
    except ValueError as error:
        yield str(error)
    try:
        gen.throw(KeyError)
    except ValueError as error:
        yield str(error)
gen = g()
print(gen.gi_running, list(gen), gen.gi_running)
def simple(): yield 1
x = simple()
print(type(x).__name__, repr(x)[:24], iter(x) is x, x.__name__, x.gi_code is simple.__code__, hasattr(x, "__len__"))
x.__name__ = "renamed"
x.__qualname__ = "q.renamed"
print(x.__name__, repr(x)[:27])
show(setattr, x, "__name__", 5)
show(setattr, x, "gi_running", 5)
show(setattr, x, "new", 5)
show(type(x))
show(lambda: x())
show(len, x)
show(lambda: x[0])
def finaliser(log):
    try:
        yield 1
        yield 2
    finally:
        log.append("finalised")
log = []
y = finaliser(log)
next(y)
del y
print(log)
y = finaliser(log)
del y
print(log)
y = finaliser(log)
list(y)
print(log)
for i in finaliser(log):
    break
print(log)
def loop():
    for i in finaliser(log):
        return i
print(loop(), log)
z = (i for i in [1, 2])
print(z.__name__, z.__qualname__, z.gi_code.co_name, next(z), z.gi_frame.f_lineno > 0, list(z), z.gi_frame)
show(lambda: (i for i in 5))
show(lambda: (i for i in None))
def args(a, b=[]):
    b.append(a)
    yield b
one, two = args(1), args(2)
print(next(two), next(one))
def empty():
    return
    yield
print(list(empty()), [*empty()], next(empty(), "default"))
def nested():
    def inner(): yield from (a for a in range(2))
    yield from inner()
    yield lambda: 5
print([v if isinstance(v, int) else v() for v in nested()])
