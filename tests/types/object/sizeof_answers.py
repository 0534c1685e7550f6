# `__sizeof__` has to give an int that is not negative.
import sys

for answer in (-1, 1.5, 'a', None, 10 ** 30):
    cls = type('A', (), {'__sizeof__': lambda self: answer})
    try:
        sys.getsizeof(cls())
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
print(sys.getsizeof(type('A', (), {'__sizeof__': lambda self: 1})()))
print(sys.getsizeof(type('A', (), {'__slots__': (), '__sizeof__': lambda self: 1})()))
print(sys.getsizeof(type('A', (), {'__sizeof__': lambda self: None})(), 'default'))
