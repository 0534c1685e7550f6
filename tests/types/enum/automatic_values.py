# `auto` follows the highest value, if that can be counted up.
from enum import Enum, auto
class A(Enum):
    a = 5
    b = auto()
    c = 2
    d = auto()
print([m.value for m in A])
for values in ({'a': 'x'}, {'a': 'x', 'b': 1}):
    try:
        class B(Enum):
            locals().update(values)
            z = auto()
    except TypeError as error:
        print(error)
