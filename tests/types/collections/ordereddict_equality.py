# The order counts between two of them
from collections import OrderedDict

class Sub(OrderedDict):
    pass

a, b = OrderedDict(x=1, y=2), OrderedDict(y=2, x=1)

def moving():
    class Key:
        def __init__(self, n):
            self.n = n
        def __hash__(self):
            return 1
        def __eq__(self, other):
            if active:
                left.move_to_end(next(iter(left)))
            return self.n == other.n
    active = []
    left = OrderedDict((Key(i), i) for i in range(3))
    right = OrderedDict((Key(i), i) for i in range(3))
    active.append(1)
    return left == right

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
a == b, a == OrderedDict(x=1, y=2), a == dict(b), dict(a) == b, a != b, a != dict(b), a == [("x", 1)], a == 5
a == Sub(x=1, y=2), Sub(y=2, x=1) == a, OrderedDict() == {}, OrderedDict() == OrderedDict()
a.__eq__(5), a.__lt__({})
a.keys() == b.keys(), a.items() == b.items()
OrderedDict([(1, float("nan"))]) == OrderedDict([(1, float("nan"))]), OrderedDict({1: 2}) == OrderedDict({1.0: 2.0})
moving()
""")
