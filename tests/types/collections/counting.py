# Counter over iterables: classes that read or set items in their own way are asked, others are not.
from collections import Counter, OrderedDict, UserDict, _count_elements, defaultdict

def show(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)

print(Counter("abracadabra"), Counter([1, 1.0, True, 2]), Counter((None, (), ())), Counter(x % 3 for x in range(10)))
print(Counter({"a": 2}), Counter("ab", a=5), Counter(b"aab"), Counter("äöä"))
c = Counter("aab")
c.update("bcc")
c.update([])
print(c, list(c), c["missing"], "missing" in c)
c = Counter(a=True, b=2.5, c="x", d=2**61, e=2**70)
c.update("aabdde")
print(c["a"], c["b"], c["d"], c["e"])
show(lambda: c.update("c"))
show(lambda: Counter([[]]))
show(lambda: Counter(5))
show(lambda: Counter("ab", 5))
print(c["c"])

class Sets(Counter):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 10)
class Gets(Counter):
    def get(self, key, default=None):
        return 100
class Missing(Counter):
    def __missing__(self, key):
        return 1000
class Item(Counter):
    def __getitem__(self, key):
        return 7
for cls in Sets, Gets, Missing, Item:
    c = cls("aab")
    print(cls.__name__, list(c.items()))
own = Counter()
own.get = lambda key, default: 50
own.update("aa")
print(own)

class Plain(dict):
    pass
for mapping in {}, Plain(), OrderedDict(), defaultdict(lambda: 5), UserDict():
    _count_elements(mapping, "hello")
    print(type(mapping).__name__, list(mapping.items()))
for arguments in (), ({},), (5, "a"), (5, 5), ({}, 5), ([], "a"), ({}, [[]]):
    show(lambda: _count_elements(*arguments))
show(lambda: _count_elements(mapping={}, iterable=""))

# Keys and counts that do things while they are counted.
class Key:
    def __init__(self, name):
        self.name = name
    def __hash__(self):
        return 1
    def __eq__(self, other):
        if self.name == "clear":
            target.clear()
        return self.name == other.name
    def __repr__(self):
        return self.name
target = {}
_count_elements(target, map(Key, ["a", "b", "a", "clear", "b", "a"]))
print(target)
class Number:
    def __add__(self, other):
        target.clear()
        return other + 1
target = {"a": Number(), "b": 1}
_count_elements(target, "aab")
print(target)
def items():
    yield "a"
    target["z"] = 9
    yield "a"
    raise KeyError("stop")
target = {}
show(lambda: _count_elements(target, items()))
print(target)
names = {}
exec("from collections import _count_elements\na = 5\n_count_elements(globals(), ['a', 'b', 'b'])\nprint(a, b)", names)
