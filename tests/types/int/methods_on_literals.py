# Methods, attributes and classes reached from int itself
print(int.__name__, int.__mro__, int.__bases__, bool.__bases__, bool.__mro__)
print(int.__add__(1, 2), int.__add__(1, 2.0), int.__radd__(1, 2), (1).__truediv__(2), (1).__lt__(2), (1).__lt__("a"), (1).__eq__(1.0), (2).__pow__(3), (2).__pow__(3, 5), (2).__rpow__(3))
print((1).__divmod__(2), (7).__rdivmod__(2), (7).__rfloordiv__(22), (7).__rsub__(2), (7).__and__(3), (7).__rlshift__(1), (1).__repr__(), (1).__str__(), (1).__format__("03"))
for operation in (lambda: int.__add__("a", 1), lambda: int.__add__(1), lambda: (1).__add__(), lambda: int.bit_length(), lambda: int.bit_length("a"), lambda: (1).bit_length(3), lambda: int.from_bytes()):
    try:
        print(operation())
    except TypeError as error:
        print(error)
print((1).__class__, (1).__doc__ is not None, isinstance(1, int), issubclass(bool, int), type(1) is int)
print(hasattr(1, "__iadd__"), hasattr(1, "__dict__"), hasattr(1, "numerator"))
print(int.__new__(int, "5"), int.__new__(bool is bool and int), int(5).__getnewargs__())
