# Subclasses: hooks, copies, state
from collections import OrderedDict

import copy, weakref

class O(OrderedDict):
    def __missing__(self, key):
        return "missing " + key

p = O(k=1)
p.attribute = 5

class Loud(OrderedDict):
    def __init__(self, *args, **names):
        self.log = []
        super().__init__(*args, **names)
    def __setitem__(self, key, value):
        self.log.append(key)
        super().__setitem__(key, value)

class Doubled(OrderedDict):
    def __getitem__(self, key):
        return super().__getitem__(key) * 2

def copied_log():
    return Loud(a=1, b=2).copy().log

def recursive():
    d = OrderedDict()
    d["self"] = d
    return repr(d)

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
p["zz"], p, repr(p), type(p.copy()).__name__, p.__dict__, p.copy().__dict__
p.__reduce__()[:4], list(p.__reduce__()[4]), OrderedDict(a=1).__reduce__()[:4]
copy.copy(p), copy.copy(p).__dict__, type(copy.deepcopy(p)).__name__, copy.deepcopy(OrderedDict(a=[1]))
Loud(a=1), Loud(a=1).log, Loud.fromkeys("ab").log
Loud(a=1).setdefault("b", 2)
Loud([("c", 3)]) | {"d": 4}
copied_log()
dict(Doubled(a=1)), {**Doubled(a=1)}, Doubled(a=1).copy(), list(Doubled(a=1).values()), repr(Doubled(a=1))
weakref.ref(p)() is p
recursive()
""")
