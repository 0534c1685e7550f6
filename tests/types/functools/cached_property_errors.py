# Where cached_property cannot work.
from functools import cached_property
class Slotted:
    __slots__ = ()
    @cached_property
    def p(self):
        return 1
class Proxy(type):
    @cached_property
    def p(cls):
        return 1
class C(metaclass=Proxy):
    pass
for attempt in (lambda: Slotted().p, lambda: C.p, lambda: cached_property(lambda self: 1).__get__(C())):
    try:
        attempt()
    except TypeError as error:
        print(error)
try:
    class Twice:
        a = b = cached_property(lambda self: 1)
except TypeError as error:
    print(error)
class Fine:
    n = 0
    @cached_property
    def p(self):
        self.n += 1
        return self.n
f = Fine()
print(f.p, f.p, f.__dict__, Fine.p.attrname)
del f.p
print(f.p)
