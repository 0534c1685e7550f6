# `global_enum` shows members as names of their module.
from enum import Enum, Flag, IntEnum, IntFlag, global_enum
@global_enum
class Colour(Enum):
    RED = 1
@global_enum
class Number(IntEnum):
    ONE = 1
@global_enum
class Bits(Flag):
    A = 1
    B = 2
@global_enum
class IntBits(IntFlag):
    C = 1
    D = 2
print(RED, repr(RED), repr(ONE), ONE, A, repr(A | B), repr(Bits(0)), repr(C | D), repr(IntBits(8)))
