# AttributeError knows the name and the object, where there was a look-up.
import sys
class A:
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)
a = A()
def attempt(f, of):
    try:
        f()
    except AttributeError as error:
        print(error.name, error.obj is of, error)
attempt(lambda: a.foo, a)
attempt(lambda: A.foo, A)
attempt(lambda: delattr(a, 'foo'), a)
attempt(lambda: (1).foo, 1)
attempt(lambda: a.__getattribute__('foo'), a)
attempt(lambda: setattr([], 'append', 1), None)
attempt(lambda: getattr(sys, 'foo_bar'), sys)
o = object()
attempt(lambda: setattr(o, 'foo', 1), o)
