# getgeneratorstate() and its kin, getgeneratorlocals(), getclosurevars(), getcallargs(), getfullargspec()
import inspect


def gen(n):
    inside.append(inspect.getgeneratorstate(g))
    value = yield n
    print("got", value)


inside = []
g = gen(5)
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
next(g)
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g), inside)
try:
    g.send("x")
except StopIteration:
    pass
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
try:
    inspect.getgeneratorlocals(5)
except TypeError as e:
    print(e)


class Wait:
    def __await__(self):
        yield "waiting"


async def co(a):
    b = 1
    await Wait()


c = co(3)
print(inspect.getcoroutinestate(c), inspect.getcoroutinelocals(c))
c.send(None)
print(inspect.getcoroutinestate(c), inspect.getcoroutinelocals(c))
c.close()
print(inspect.getcoroutinestate(c), inspect.getcoroutinelocals(c))


async def agen():
    x = 1
    yield x


a = agen()
print(inspect.getasyncgenstate(a), inspect.getasyncgenlocals(a))
step = a.asend(None)
try:
    step.send(None)
except StopIteration as e:
    print(e.value)
print(inspect.getasyncgenstate(a), inspect.getasyncgenlocals(a))


def make():
    captured = 1

    def f():
        return captured, len, inside, nowhere, inside.append

    return f


v = inspect.getclosurevars(make())
print(v.nonlocals, sorted(v.globals), sorted(v.builtins), sorted(v.unbound))
try:
    inspect.getclosurevars(len)
except TypeError as e:
    print(e)


def f(a, b=1, *args, c, d=2, **kw):
    pass


def h(a, b, c=3):
    pass


def k(*, x, y):
    pass


class M:
    def method(self, q):
        pass


for function, args, kwargs in (
    (f, (1,), {"c": 2}), (f, (1, 2, 3), {"c": 4, "z": 5}), (f, (), {}), (f, (1,), {}), (h, (), {}), (h, (1,), {}),
    (h, (1, 2, 3, 4), {}), (h, (1,), {"a": 2}), (h, (1, 2), {"z": 2}), (k, (), {}), (k, (1,), {"x": 1}), (M().method, (1,), {}),
):
    try:
        found = inspect.getcallargs(function, *args, **kwargs)
        print({n: v for n, v in found.items() if n != "self"})
    except TypeError as e:
        print(e)
print(inspect.getfullargspec(f))
print(inspect.getfullargspec(M().method), inspect.getfullargspec(M.method))
print(inspect.getfullargspec(len))
try:
    inspect.getfullargspec(5)
except TypeError as e:
    print(e)
