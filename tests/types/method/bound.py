# Bound methods: attributes, equality, hashing, identity, calls

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class C:
    def m(self, *args):
        "doc"
        return self, args
    def __eq__(self, other): return True
    __hash__ = None
c, d = C(), C()
m = c.m
print(m() == (c, ()), m.__self__ is c, m.__func__ is C.m, m.__name__, m.__qualname__, m.__doc__, m.__module__, type(m).__name__)
print(c.m == c.m, c.m is c.m, c.m == d.m, c == d, hash(c.m) == hash(c.m), {c.m: 1}[c.m], c.m != d.m, c.m in [c.m])
show(setattr, m, "x", 1)
show(setattr, m, "__name__", 1)
C.m.tag = "tagged"
print(m.tag, c.m.tag)
show(lambda: m.missing)
show(delattr, m, "tag")
method = type(m)
print(method(lambda *a: a, 5)(1), method(len, [1, 2])(), method(method(lambda *a: a, 1), 2)())
show(method, 5, 1)
show(method, len, None)
show(method, len)
show(method)
show(method, len, 1, 2)
print(C.m(1, 2), C.m.__class__.__name__, [].append.__self__, [].append.__name__, type([].append).__name__, type([].__add__).__name__, type(list.append).__name__, type(list.__add__).__name__, type(len).__name__, len.__self__.__name__, len.__module__)
l = []
a = l.append
a(1); a(2)
print(l, a == l.append, [].append == [].append, l.append.__qualname__, list.append.__qualname__, list.append.__objclass__, int.__add__.__name__, (1).__add__.__self__)
print(repr([].append)[:30], repr(list.append), repr(len), repr(int.__add__), repr((1).__add__)[:20], repr(str.maketrans)[:27], repr(dict.fromkeys)[:30])
show(list.append, 5, 1)
show(lambda: list.append.__get__([1])(5))
print(list.append.__get__(l, list)(3), l, int.__add__.__get__(5, int)(6), (lambda self: self).__get__(7)(), (lambda self: self).__get__(None, int)(8))
show(lambda: (lambda self: self).__get__(None))
show(lambda: list.append.__get__(5, int))
class D:
    method = len
    other = C.m
    partial = c.m
print(D.method("abc"), D().method("abcd"), D().partial(1) == (c, (1,)), D().other(2)[1])
