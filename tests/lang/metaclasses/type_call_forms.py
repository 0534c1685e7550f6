# type() with one and with three arguments.
print(type(5), type(type), type(int), type(None), type(len), type(type(len)))
C = type('C', (), {'x': 1, 'm': lambda self: self.x})
print(C, C().m(), C.__name__, C.__module__, C.__qualname__, C.__bases__)
D = type('D', (C, list), {'__doc__': 'docs', '__qualname__': 'Other.D', '__module__': 'nowhere'})
print(D, D.__doc__, D([1, 2]).m(), len(D('ab')))
ns = {'a': 1}
E = type('E', (), ns)
ns['b'] = 2
E.c = 3
print('b' in vars(E), 'c' in ns)
for args in [(), (1, 2), ('X', (), {}, 4), (5, (), {}), ('X', [], {}), ('X', (), []), ('X', (5,), {}), ('X\0', (), {}), ('', (), {}), ('a b', (), {}), ('X', (), {'__slots__': 5}), ('X', (), {'__qualname__': 5}), ('X', None, {})]:
    try:
        print(type(*args).__name__)
    except (TypeError, ValueError) as e:
        print(args, '->', type(e).__name__, e)
print(type.__call__(int, '5'), type.__call__(type, 5), type(C) is type, isinstance(type, object), isinstance(object, type), type.__mro__)
C.__name__ = 'New'
print(C, C.__name__, C.__qualname__)
for value in (5, '', None, 'a\0b'):
    try:
        C.__name__ = value
        print(repr(C.__name__))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
for attr in ('__name__', '__module__', '__bases__', '__mro__', '__doc__'):
    try:
        delattr(C, attr)
        print(attr, 'deleted')
    except (TypeError, AttributeError) as e:
        print(attr, '->', type(e).__name__, e)
class Sub(type): pass
print(type(Sub('S', (), {})).__name__, Sub('S', (), {}).__class__.__name__)
try:
    Sub(5)
except TypeError as e:
    print(e)
