# getattr, setattr, delattr, hasattr, vars, dir, callable, id, type.
class A:
    x = 1
    def m(self): pass
    @property
    def p(self): raise AttributeError('inside')
    @property
    def q(self): raise ValueError('other error')


a = A()
print(getattr(a, 'x'), getattr(a, 'y', 'default'), getattr(a, 'p', 'fallback'), hasattr(a, 'p'), hasattr(a, 'x'))
try:
    hasattr(a, 'q')
except ValueError as e:
    print(e)
setattr(a, 'x', 5)
print(a.x, A.x, vars(a), vars(A)['x'])
delattr(a, 'x')
print(a.x)
a.z = 1
print([n for n in dir(a) if not n.startswith('__')], [n for n in dir(A) if not n.startswith('__')])
print('m' in dir(A), '__init__' in dir(A), dir() == sorted(globals()), [n for n in dir([]) if n.startswith('a')])


def f():
    b, c = 1, 2
    return dir(), vars()


print(f())
print(callable(len), callable(A), callable(a), callable(a.m), callable(5), id(a) == id(a), id(a) != id(A()))
print(isinstance(5, int), isinstance(True, int), isinstance(5, (str, int)), isinstance(5, int | str), isinstance([], (str, (list, dict))), issubclass(bool, int), issubclass(int, (str, object)), issubclass(int, int | None), isinstance(None, int | None))
for op in ('getattr(a)', 'getattr(a, 1)', 'getattr(a, "x", 1, 2)', 'hasattr(a)', 'hasattr(a, 5)', 'setattr(a, "x")', 'setattr(a, 1, 2)', 'delattr(a, "nope")', 'vars(5)', 'vars(1, 2)', 'dir(1, 2)', 'isinstance(1)', 'isinstance(1, 5)', 'isinstance(1, (int, 5))', 'isinstance("x", (int, 5))', 'issubclass(5, int)', 'issubclass(int, 5)', 'isinstance(1, "int")', 'isinstance([], list[int])', 'issubclass(list, list[int])', 'callable()', 'id()', 'getattr(a, name="x")', 'type()', 'hash()', 'hash(1, 2)', 'globals(1)', 'isinstance(1, int | 5)', 'setattr(int, "x", 1)', 'vars([])', 'delattr(a, "m")', 'isinstance(1, [int])'):
    try:
        print(op, '->', eval(op))
    except (TypeError, AttributeError) as e:
        print(op, '->', type(e).__name__, e)
