# enum, flags, typing
from enum import *
class Color(Enum):
    RED = 1; GREEN = 2; CRIMSON = 1
    @classmethod
    def default(cls): return cls.RED
    @property
    def nice(self): return self.name.title()
    def __str__(self): return f'C.{self.name}'
print(Color.RED, repr(Color.RED), Color.CRIMSON is Color.RED, list(Color), Color.__members__, Color('RED') if 0 else Color(2), Color.default().nice, Color.RED.value, Color.RED in Color, 1 in Color, len(Color))
for bad in ("Color(9)", "Color['X']", "Color.X", "Color.RED.RED", "Color.RED < Color.GREEN", "setattr(Color, 'RED', 5)", "Color()", "type('D', (Color,), {})"):
    try: print(bad, eval(bad))
    except Exception as e: print(bad, type(e).__name__, e)
class P(Flag):
    R = auto(); W = auto(); X = auto(); RW = R | W
print(P.R | P.X, P.RW, ~P.R, P.R & P.W, bool(P.R & P.W), P.RW - 0 if 0 else P(3), list(P.RW), P.R in P.RW, P(0), repr(P(5)), P.R ^ P.RW, len(P.RW), [*P])
class I(IntEnum): A = 1; B = 2
print(I.A + 1, I.A < I.B, sorted([I.B, I.A]), f'{I.A}', '%d' % I.B, I.A == 1, {1: 'x'}[I.A], I(2), repr(I.A), str(I.A), format(I.A, '>3'))
class S(StrEnum): FOO = auto(); BAR = 'b'
print(S.FOO, S.BAR + 'x', f'{S.FOO:>5}', S('b'), repr(S.FOO))
class IF(IntFlag): A = 1; B = 4
print(IF.A | IF.B, IF(7), IF.A | 8, repr(IF.A | 2), int(IF.B), ~IF.A, IF(5) & 4)
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6); MARS = (6.4e23, 3.39e6)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
    @property
    def g(self): return 6.67e-11 * self.mass / self.radius ** 2
print(Planet.EARTH.g, Planet.MARS.value, [p.name for p in Planet])
class Auto(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    A = auto(); B = auto()
print(list(Auto), Enum('Dyn', 'X Y Z'), list(Enum('Dyn', {'q': 5})), Enum('D2', ['a', 'b']).b.value)
@unique
class U(Enum): A = 1; B = 2
try:
    @unique
    class V(Enum): A = 1; B = 1
except ValueError as e: print(e)
class M(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A if v == 'any' else None
print(M('any'))
try: M('zz')
except ValueError as e: print(e)
print(Color.RED.__class__, Color.__name__, type(Color), Color.RED.name, hash(Color.RED) == hash(Color.RED), {Color.RED: 1}, Color.RED != Color.GREEN)
match Color.GREEN:
    case Color.RED: print('r')
    case Color.GREEN: print('g')
import typing as t
from typing import *
T = TypeVar('T')
class Box(Generic[T]):
    def __init__(self, v: T) -> None: self.v = v
print(Box[int], Box[int](3).v, Optional[int], Union[int, str, None], list[int], dict[str, list[int]], int | None, Callable[[int], str], Tuple[int, ...], get_type_hints(Box.__init__), Any, ClassVar[int], Literal[1, 'a'], get_origin(list[int]), get_args(dict[str, int]))
class TD(TypedDict, total=False): a: int; b: Required[str]
print(TD(a=1), TD.__annotations__, TD.__required_keys__, TD.__optional_keys__)
class NT(NamedTuple):
    x: int
    y: str = 'd'
    def m(self): return self.x * 2
print(NT(1), NT(2, 'z').m(), NT.__annotations__, NT._field_defaults)
@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...
print(isinstance([], HasLen), isinstance(5, HasLen))
def first[T: (int, str)](xs: list[T]) -> T: return xs[0]
class Stack[T]:
    def __init__(self): self.items: list[T] = []
type Alias[K] = dict[K, int]
print(first([3]), first.__type_params__, Stack.__type_params__, Alias, Alias.__value__, Alias[str], Stack[int], NewType('UID', int)(5), cast(int, 'x'))
class Source(Protocol[T]):
    def get(self) -> T: ...
class Sized(Source[T], Protocol[T]): pass
print(Protocol[T], Source[int], Source.__parameters__, Sized.__parameters__, Sized.__mro__[1].__name__, Source.__orig_bases__)
for wrong in (), int, (T, T):
    try: Protocol[wrong]
    except TypeError as e: print(e)
