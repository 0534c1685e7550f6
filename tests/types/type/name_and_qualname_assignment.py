# `__name__` and `__qualname__` are strings and stay.
class A:
    pass

for name, value in (('__name__', 1), ('__name__', 'x\0'), ('__qualname__', 1)):
    try:
        setattr(A, name, value)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for name in ('__name__', '__qualname__', '__module__', '__bases__'):
    try:
        delattr(A, name)
    except TypeError as error:
        print(error)
A.__name__ = 'B'
print(A, A.__name__)
A.__qualname__ = 'C.D'
print(A, A.__name__)
