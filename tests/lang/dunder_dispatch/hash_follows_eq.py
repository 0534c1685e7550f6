# A class with `__eq__` and without `__hash__` is not hashable; subclasses may be again.
class J:
    def __eq__(self, other):
        return True
class K(J):
    pass
class L(J):
    __hash__ = object.__hash__
class M(J):
    def __hash__(self):
        return 5
class N:
    __hash__ = 5
print(J.__hash__, K.__hash__, hash(M()), isinstance(hash(L()), int))
for value in (J(), K(), N(), [], {}, set(), bytearray(), slice(1) == 1 or ([],)):
    try:
        print(hash(value))
    except TypeError as error:
        print(error)
