# Exceptions in finalisers and callbacks of weak references go to `sys.unraisablehook`.
import sys, weakref
def hook(unraisable):
    print(type(unraisable.exc_value).__name__, unraisable.exc_value, unraisable.err_msg, getattr(unraisable.object, '__qualname__', type(unraisable.object).__name__))
sys.unraisablehook = hook
class A:
    def __del__(self):
        raise ValueError('in __del__')
class B:
    pass
A()
a = A()
del a
b = B()
r = weakref.ref(b, lambda r: 1 / 0)
del b
b = B()
weakref.finalize(b, lambda: [][0])
try:
    del b
except IndexError as error:
    print('never', error)
print('end')
