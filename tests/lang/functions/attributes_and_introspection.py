# What a function object tells about itself.
def f(a, b=1, /, c=2, *args, d, e=3, **kw) -> int:
    """The docstring."""
    local = 1
    return local


print(f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__defaults__, f.__kwdefaults__)
print(f.__annotations__, f.__dict__, f.__closure__, f.__globals__ is globals(), f.__type_params__)
code = f.__code__
print(code.co_name, code.co_qualname, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount)
print(code.co_varnames, code.co_nlocals, code.co_flags & 0x0f, code.co_firstlineno, code.co_filename.endswith('.py'))
f.attr = 5
f.__name__ = 'renamed'
f.__qualname__ = 'mod.renamed'
f.__doc__ = 'new doc'
print(f.attr, f.__dict__, f.__name__, f.__doc__, repr(f).split(' at ')[0])
print(type(f), callable(f), type(f).__name__)
try:
    f()
except TypeError as e:
    print(e)


class A:
    def m(self):
        def inner():
            return lambda: 0
        return inner

    @staticmethod
    def s(): pass

    @classmethod
    def c(cls): pass


a = A()
print(A.m.__qualname__, a.m().__qualname__, a.m()().__qualname__, A.s.__qualname__, A.c.__qualname__)
print(a.m.__func__ is A.m, a.m.__self__ is a, A.c.__self__ is A, a.m == a.m, a.m is a.m, hash(a.m) == hash(a.m))
print(a.m.__name__, a.m.__doc__, type(a.m).__name__)
try:
    a.m.attr = 1
except AttributeError as e:
    print(e)
A.m.attr = 2
print(a.m.attr)


def g():
    'one' 'two'
def h():
    f'not a docstring'
def k():
    b'bytes'
def l():
    1; 'second'


print(g.__doc__, h.__doc__, k.__doc__, l.__doc__)
g.__code__ = (lambda: 'other code').__code__
print(g(), g.__name__)
try:
    g.__code__ = (lambda: a_free).__code__
    def outer():
        v = 1
        return lambda: v
    g.__code__ = outer().__code__
except ValueError as e:
    print(e)
