# Everything that can be called, and what cannot.
class Call:
    def __call__(self, *args, **kw):
        return args, kw


class Meta(type):
    def __call__(cls, *args):
        print('meta call', args)
        return super().__call__(*args)


class M(metaclass=Meta):
    def __init__(self, *args):
        print('init', args)


c = Call()
print(c(1, k=2), Call()(), callable(c), callable(Call), callable(5))
M(1, 2)
for fn, args in [(len, ['ab']), (str.upper, ['x']), ([].append, [1]), (int, ['12', 5]), (type, [1]), (lambda *a: a, [1]), (c, [3]), ('a-b'.split, ['-']), (max, [1, 3, 2]), (dict, [[(1, 2)]]), (type('T', (), {'__call__': lambda self: 'T called'})(), [])]:
    print(fn(*args))
c.__call__ = lambda: 'instance attribute is not used'
print(c())


class Nested:
    __call__ = Call()


print(Nested()(1))


class Static:
    __call__ = staticmethod(lambda *a: ('static', a))


print(Static()(2))
for value in [5, 's', None, [1], {}, (1,), 1.5, ..., True, type('X', (), {})(), NotImplemented, (i for i in []), range(3)]:
    try:
        value()
    except TypeError as e:
        print(e)


class NoCall:
    __call__ = None


try:
    NoCall()()
except TypeError as e:
    print(e)
print(callable(NoCall()))
