# Callbacks of weak references run newest first, after the finaliser of the object.
import gc, weakref
class A:
    def __del__(self):
        print('finaliser')
a = A()
references = [weakref.ref(a, lambda r, i=i: print('callback', i, r())) for i in range(3)]
del a
class Resurrected:
    def __del__(self):
        global kept
        kept = self
        print('kept')
x = Resurrected()
r = weakref.ref(x)
del x
print(r() is kept, type(kept).__name__)
kept = None
gc.collect()
one, two = A(), A()
one.other, two.other = two, one
r = weakref.ref(one, lambda r: print('callback of garbage', r()))
del one, two
print(gc.collect() > 0, r())
