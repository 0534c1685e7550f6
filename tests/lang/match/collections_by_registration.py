# What patterns take for sequences and mappings: classes derived from the abstract ones or registered with them
import collections
import collections.abc
def kind(value):
    match value:
        case {}: return "mapping"
        case [*_]: return "sequence"
        case _: return "neither"
class Registered: pass
class Later(Registered): pass
class Table(collections.abc.Mapping):
    def __getitem__(self, key): return 1
    def __iter__(self): return iter("a")
    def __len__(self): return 1
class Row(collections.abc.Sequence):
    def __getitem__(self, index): return [1][index]
    def __len__(self): return 1
for value in ({}, [], (), range(3), memoryview(b"a"), "text", b"bytes", bytearray(), {1}, collections.deque(), collections.UserDict(), collections.UserList(), collections.UserString("a"), collections.ChainMap(), collections.Counter(), collections.OrderedDict(), {}.keys(), int.__dict__, Table(), Row(), Registered()):
    print(type(value).__name__, kind(value))
print(kind(Later()))
collections.abc.Sequence.register(Registered)
print(kind(Registered()), kind(Later()), bool(Registered.__flags__ & 1 << 5))
match Table():
    case {"a": x, **rest}: print(x, rest)
class Both(collections.UserList, collections.abc.Sequence): pass
print(kind(Both([1])), hasattr(collections.abc.Sequence, "__abc_tpflags__"))
