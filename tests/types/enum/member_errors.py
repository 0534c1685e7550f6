# What enumerations refuse.
from enum import Enum, unique
class C(Enum):
    R = 1
    G = 2
    B = 1
    @property
    def p(self):
        return 'p'
def attempt(f):
    try:
        print(f())
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        print(type(error).__name__, error)
attempt(lambda: C(9))
attempt(lambda: C['Z'])
attempt(lambda: C.Z)
attempt(lambda: setattr(C, 'R', 5))
attempt(lambda: delattr(C, 'R'))
attempt(lambda: setattr(C.R, 'value', 5))
attempt(lambda: setattr(C.R, 'name', 5))
attempt(lambda: C.R < C.G)
attempt(lambda: type('D', (C,), {}))
attempt(lambda: C())
attempt(lambda: unique(C))
attempt(lambda: C.R.p)
attempt(lambda: 9 in C)
attempt(lambda: Enum('X', 5))
attempt(lambda: C.R.foo)
