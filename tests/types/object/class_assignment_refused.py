# What `__class__` cannot be set to, and on what.
class A:
    pass
class E(Exception):
    pass
class E2(OSError):
    pass
class L(list):
    pass
cases = [(A(), 1), (A(), int), (A(), object), (object(), A), (1, A), ([], L), (L(), list), (E(), E2), (E(), Exception), (None, A), (A(), L)]
for value, cls in cases:
    try:
        value.__class__ = cls
    except TypeError as error:
        print(error)
try:
    del A().__class__
except TypeError as error:
    print(error)
