# Calls with arguments by name and with defaults, from one place each, of functions that change meanwhile.
import sys
import weakref


def pos(a, b=2, c=3):
    return a, b, c


def only(a, /, b=2, *, c, d=4):
    return a, b, c, d


def names(*, first=1, second=2):
    return first, second


def star(a, *rest, c=3, **more):
    return a, rest, c, more


def many(a=0, b=1, c=2, d=3, e=4, f=5, g=6, h=7, i=8, j=9, k=10, l=11, m=12, n=13, o=14, p=15, q=16, r=17):
    return a, h, p, q, r


def show(f):
    for _ in range(3):
        try:
            result = f()
        except TypeError as e:
            result = str(e)
    print(result)


CALLS = [
    lambda f: f(),
    lambda f: f(1),
    lambda f: f(1, 5),
    lambda f: f(1, 5, 6),
    lambda f: f(1, 5, 6, 7),
    lambda f: f(a=1),
    lambda f: f(1, c=6),
    lambda f: f(1, c=6, b=5),
    lambda f: f(c=6, a=1),
    lambda f: f(1, a=1),
    lambda f: f(1, b=5, c=6, d=7),
    lambda f: f(1, d=7, c=6),
    lambda f: f(1, z=1),
    lambda f: f(second=1),
    lambda f: f(second=1, first=5),
    lambda f: f(1, 2, 3, q=0, p="p"),
    lambda f: f(*(1,), b=3),
    lambda f: f(1, **{"c": 3}),
]
for function in (pos, only, names, star, many):
    for call in CALLS:
        show(lambda: call(function))


# Methods: by the instance, by the class, kept, of classes, of calls of instances; constructors.
class C:
    def __init__(self, x=1, *, y=2):
        self.x, self.y = x, y

    def method(self, a, b=2, *, c=3):
        return self.x, a, b, c

    @classmethod
    def of_class(cls, a=1, b=2):
        return cls.__name__, a, b

    @staticmethod
    def static(a=1, b=2):
        return a, b

    def __call__(self, a, b=2):
        return "called", a, b

    def __enter__(self, extra="entered"):
        return extra

    def __exit__(self, kind=None, value=None, traceback=None, more=1):
        return False

    def __getitem__(self, key, default="default"):
        return key, default

    def __eq__(self, other, more=5):
        return more


kept, own, called = C(7).method, C.method, C(8)
for _ in range(3):
    line = [kept(1), kept(1, c=5), kept(b=1, a=2), own(C(9), 1), own(C(9), a=1, c=2), C.of_class(b=5), C(1).of_class(), C.static(b=3), called(1), called(b=1, a=3)]
    made = [C(), C(5), C(y=6), C(x=3), C(4, y=5)]
    with C() as entered:
        pass
print(line, [(c.x, c.y) for c in made], entered, C()[1], C() == 1)
for wrong in (lambda: kept(), lambda: kept(1, 2, 3), lambda: kept(1, d=1), lambda: kept(1, self=2), lambda: C(1, 2), lambda: C(z=1), lambda: C(1, x=2), lambda: called(), lambda: C.of_class(cls=1)):
    show(wrong)


# Defaults and code that change at a warm place.
def warm():
    return [pos(1), pos(1, c=9), names(second=5)]


print(warm(), warm())
pos.__defaults__ = ("x", "y")
names.__kwdefaults__ = {"first": "f"}
print(warm(), warm())
pos.__defaults__ = (1, 2, 3)
names.__kwdefaults__ = {"first": "f", "other": 1}
show(lambda: (pos(), pos(c=0)))
show(lambda: names(second=1))
show(lambda: names(first=1))
pos.__defaults__ = None
names.__kwdefaults__ = None
show(warm)
show(lambda: names(first=1, second=2))
pos.__code__ = (lambda a, b, *c: (a, b, c)).__code__
show(lambda: pos(1, 2, 3))
show(lambda: pos(b=1, a=2))
show(lambda: pos(1, c=9))


# From generators and coroutines, whose registers lie elsewhere.
def generator(n, step=1, *, stop=None):
    yield many(n, r=1)
    yield C(y=n).y
    yield kept(n, c=step)
    yield [names2(b=i) for i in range(n)]
    return stop


def names2(a=1, *, b=2):
    return a, b


print(list(generator(2)), list(generator(1, stop=3, step=5)), list(generator(n=3)))


def collect(n, found=None):
    found = [] if found is None else found
    if n:
        collect(n - 1, found=found)
    found.append(n)
    return found


print(collect(5), len(collect(300)))


# Recursion by name ends in RecursionError, and arguments die with their calls.
def deep(n=0, *, keep=None):
    return deep(n=n + 1, keep=keep)


class Object:
    pass


for f in (deep, lambda keep: C2(keep=keep)):
    class C2:
        def __init__(self, n=0, keep=None):
            C2(n + 1, keep=keep)

    o = Object()
    gone = weakref.ref(o)
    try:
        f(keep=o)
    except RecursionError as e:
        print(type(e).__name__)
    del o, f
    print(gone())


def refuses(a, b=None, *, c):
    pass


o = Object()
before = sys.getrefcount(o)
for _ in range(10):
    for call in (lambda: refuses(o, o), lambda: refuses(o, a=o), lambda: refuses(b=o), lambda: refuses(o, b=o, d=o), lambda: C(o, o, o), lambda: kept(o, o, o)):
        try:
            call()
        except TypeError:
            pass
    refuses(o, c=o)
    refuses(o, o, c=o)
    C(o, y=o)
    kept(o, c=o)
print(sys.getrefcount(o) - before)
