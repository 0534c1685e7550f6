# Subscription and membership of containers are methods, not slot wrappers
class L(list):
    pass

class Base:
    pass

class M(Base, dict):
    pass

class N(Base, list):
    pass

class B(list):
    def __getitem__(self, i):
        return ["own", super().__getitem__(i)]

class Borrowed(list):
    __getitem__ = dict.get
    def get(self, key):
        return key

Borrowed.__getitem__ = Borrowed.get

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
list.__getitem__, dict.__getitem__, dict.__contains__, set.__contains__, frozenset.__contains__
[type(f).__name__ for f in (list.__getitem__, [].__getitem__, dict.__contains__, {}.__contains__, set().__contains__, tuple.__getitem__, list.__contains__, str.__getitem__)]
list.__getitem__([1, 2], 1), dict.__getitem__({1: 2}, 1), dict.__contains__({1: 2}, 1), set.__contains__({1}, 1), frozenset.__contains__(frozenset([1]), 2)
list.__getitem__()
list.__getitem__([1])
list.__getitem__([1], 0, 1)
list.__getitem__((1,), 0)
dict.__contains__([], 1)
set.__contains__({1})
set.__contains__({frozenset([1])}, {1})
dict.__getitem__({}, "missing")
[1].__getitem__(5)
list.__getitem__.__name__, dict.__contains__.__qualname__, set.__contains__.__objclass__
list.__getitem__.__text_signature__, dict.__getitem__.__text_signature__, set.__contains__.__text_signature__
L([1, 2])[0], L.__getitem__ is list.__getitem__, M({1: 2})[1], 1 in M({1: 2}), N([3])[0], 3 in N([3])
B([1, 2])[1], Borrowed()[1], list(map([5, 6, 7].__getitem__, [2, 0])), list(filter({1, 2}.__contains__, range(4)))
""")
