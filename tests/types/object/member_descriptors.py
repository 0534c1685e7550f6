# Descriptors of slots: what they are called and whom they serve.
class A:
    __slots__ = ('a', 'b')
class B:
    __slots__ = 'a'
d = A.a
print(d, type(d).__name__, d.__name__, d.__qualname__, d.__objclass__, d.__doc__)
print(d.__reduce__())
print(d.__get__(None, A) is d)
for attempt in (lambda: d.__get__(B()), lambda: d.__set__(B(), 1), lambda: d.__delete__(B()), lambda: d.__get__(A()), lambda: d.__delete__(A()), lambda: d(1)):
    try:
        attempt()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
a = A()
d.__set__(a, 5)
print(a.a, d.__get__(a))
