# Bound methods made by hand.
import types
Method = types.MethodType
def f(*args):
    return args
class A:
    pass
a = A()
m = Method(f, a)
print(m.__func__ is f, m.__self__ is a, m == Method(f, a), m == Method(f, A()), Method(f, 1) == Method(f, 1.0), hash(m) == hash(Method(f, a)))
print(Method(Method(f, 1), 2)(3), Method(len, 'abc')())
for attempt in (lambda: Method(), lambda: Method(1, 2), lambda: Method(f, None), lambda: m < m, lambda: setattr(m, 'x', 1), lambda: setattr(m, '__func__', 1), lambda: m.missing):
    try:
        print(attempt())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(m.__get__(5) is m, m.__reduce__()[0])
