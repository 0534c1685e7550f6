# What the library's types are written as, and read back.
import collections
import dataclasses
import enum
import functools
import operator
import pickle
import types


def show(*values, equal=True):
    for value in values:
        for protocol in range(6):
            data = pickle.dumps(value, protocol)
            print(data)
            again = pickle.loads(data)
            assert type(again) is type(value)
            if equal:
                assert again == value, again


Point = collections.namedtuple("Point", "x y")


class Color(enum.Enum):
    RED = 1
    BLUE = "b"


class Flags(enum.Flag):
    A = 1
    B = 2


class Number(enum.IntEnum):
    ONE = 1


@dataclasses.dataclass
class Data:
    x: int
    y: list


@dataclasses.dataclass(slots=True, frozen=True)
class Frozen:
    x: int
    y: str = "q"


show(collections.OrderedDict(a=1, b=2), collections.deque([1, 2], 5), collections.deque())
show(collections.defaultdict(list, {1: [2]}), collections.Counter("aab"), collections.ChainMap({1: 2}))
show(Point(1, 2), [Point(1, 2), Point(3, 4)])
show(Color.RED, [Color.RED, Color.BLUE, Color.RED], Flags.A, Flags.A | Flags.B, Number.ONE)
assert pickle.loads(pickle.dumps(Color.RED)) is Color.RED
show(Data(1, [2]), [Data(1, [2]), Data(3, [])])
for protocol in range(2, 6):
    data = pickle.dumps([Frozen(1), Frozen(2, "z")], protocol)
    print(data, pickle.loads(data))
show(types.SimpleNamespace(a=1))
show(functools.partial(int, base=2), equal=False)
show(operator.itemgetter(1, 2), operator.attrgetter("a.b"), equal=False)
show(operator.methodcaller("f", 1), operator.methodcaller("f", 1, k=2), equal=False)
print(pickle.loads(pickle.dumps(operator.methodcaller("replace", "a", "b")))("banana"))
show(range(1, 10, 2), slice(1, 2, None), list[int], int | str)


class Custom(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.b = b


errors = [ValueError("x", 3), KeyError(1), Custom(1, 2), OSError(2, "no", "file"), StopIteration(5)]
errors += [UnicodeDecodeError("ascii", b"\xff", 0, 1, "r"), ImportError("x", name="n", path="p")]
errors += [SyntaxError("m", ("f", 1, 2, "t")), SystemExit(3), AttributeError("x", name="q", obj=3)]
errors += [ExceptionGroup("g", [ValueError(1)]), BaseException()]
show(*errors, equal=False)
for error in errors:
    again = pickle.loads(pickle.dumps(error))
    print(repr(again), again.__dict__)
noted = ValueError("n")
noted.add_note("a note")
print(pickle.loads(pickle.dumps(noted)).__notes__)
