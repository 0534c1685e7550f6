# Methods are native, and say what they take
from collections import OrderedDict

def matched(x):
    match x:
        case {"a": value}:
            return value

def set_attribute():
    OrderedDict.attribute = 1

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
OrderedDict.move_to_end, OrderedDict.popitem, OrderedDict.__setitem__, OrderedDict.__init__, OrderedDict.keys, OrderedDict.__eq__
[(name, getattr(OrderedDict, name).__text_signature__) for name in ("fromkeys", "setdefault", "pop", "popitem", "keys", "values", "items", "update", "clear", "copy", "move_to_end", "__reversed__", "__reduce__")]
OrderedDict.__qualname__, OrderedDict.__name__, OrderedDict.__mro__
OrderedDict.clear(1)
OrderedDict.update()
OrderedDict.popitem({})
OrderedDict(a=1).clear(1)
OrderedDict(a=1).keys(1)
issubclass(OrderedDict, dict), isinstance(OrderedDict(), dict), matched(OrderedDict(a=1))
set_attribute()
""")
