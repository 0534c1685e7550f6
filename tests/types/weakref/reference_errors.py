# What references and proxies refuse, and how they are shown.
import weakref
class A:
    class B:
        pass
b = A.B()
r = weakref.ref(b)
print(repr(r).split(' at ')[1].split('; ')[1], repr(weakref.proxy(b)).split('; ')[1].split(' at')[0], repr(weakref.ref(A)).rsplit(' ', 1)[1])
for attempt in (lambda: weakref.ref(1), lambda: weakref.ref(), lambda: weakref.ref(b, 1, 2), lambda: r(1), lambda: setattr(r, 'x', 1), lambda: weakref.proxy(1), lambda: hash(weakref.proxy(b)), lambda: r < r):
    try:
        attempt()
    except (TypeError, AttributeError) as error:
        print(error)
proxy = weakref.proxy(b)
del b
print(repr(r).endswith('; dead>'), r())
for attempt in (lambda: proxy.x, lambda: str(proxy), lambda: bool(proxy), lambda: proxy + 1, lambda: len(proxy), lambda: setattr(proxy, 'x', 1), lambda: iter(proxy)):
    try:
        attempt()
    except ReferenceError as error:
        print(error)
