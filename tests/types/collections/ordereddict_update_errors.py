# What an OrderedDict is made of
from collections import OrderedDict

class Keys:
    def keys(self):
        return "kl"
    def __getitem__(self, key):
        return key * 2

class Items:
    def items(self):
        return [("i", 1)]

def updated(*args, **names):
    d = OrderedDict(a=1)
    d.update(*args, **names)
    return d

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
OrderedDict(), OrderedDict(a=1), OrderedDict({"a": 1}, b=2), OrderedDict([("a", 1), "bc"]), OrderedDict(Keys()), OrderedDict(Items()), OrderedDict(self=1)
OrderedDict({}, {})
OrderedDict(5)
OrderedDict(None)
OrderedDict([1])
OrderedDict([()])
OrderedDict(["a"])
OrderedDict([(1, 2, 3)])
updated({}, {})
updated(5)
updated({"b": 2}, c=3), updated(), updated(OrderedDict(z=1)), updated(self=5)
OrderedDict.fromkeys("ab", 0), OrderedDict.fromkeys(iterable="ab", value=1)
OrderedDict.fromkeys(5)
OrderedDict.fromkeys()
OrderedDict(a=1).pop("zz")
OrderedDict(a=1).pop("zz", default=2), OrderedDict(a=1).pop(key="a"), OrderedDict(a=1).setdefault(key="b", default=3)
OrderedDict(a=1).pop()
OrderedDict(a=1).pop(1, 2, 3)
OrderedDict().popitem()
OrderedDict(a=1).popitem(x=1)
OrderedDict(a=1).move_to_end()
OrderedDict(a=1).setdefault([])
OrderedDict(a=1)[[]]
OrderedDict(a=1)["zz"]
OrderedDict(a=1) | {"b": 2}, {"b": 2} | OrderedDict(a=1), type({} | OrderedDict()).__name__
OrderedDict(a=1) | [("b", 2)]
OrderedDict(a=1).__ior__([("b", 2)])
OrderedDict(a=1).__ior__([1])
OrderedDict(a=1) < {}
hash(OrderedDict())
OrderedDict.attribute
""")
