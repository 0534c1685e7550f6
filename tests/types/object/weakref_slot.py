# `__weakref__` and `__dict__` as slots.
import weakref

class W:
    __slots__ = ('__weakref__',)
w = W()
print(w.__weakref__)
r = weakref.ref(w)
print(w.__weakref__ is r)
for change in (lambda: setattr(w, '__weakref__', 1), lambda: delattr(w, '__weakref__'), lambda: w.__dict__):
    try:
        change()
    except AttributeError as error:
        print(error)
class D:
    __slots__ = ('__dict__',)
d = D()
d.z = 1
print(d.__dict__)
try:
    weakref.ref(d)
except TypeError as error:
    print(error)
class Plain:
    __slots__ = ()
try:
    weakref.ref(Plain())
except TypeError as error:
    print(error)
