# Views and iterators have types of their own
from collections import OrderedDict
d = OrderedDict(a=1, b=2)

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
d.keys(), d.values(), d.items()
[type(x).__name__ for x in (d.keys(), d.values(), d.items(), iter(d), reversed(d), iter(d.items()))]
[type(x).__mro__[1].__name__ for x in (d.keys(), d.values(), d.items())], type(d).__mro__[1], OrderedDict.__module__
list(reversed(d)), list(reversed(d.items())), list(reversed(d.values()))
d.keys() & {"a"}, d.keys() - {"a"}, d.items() == {("a", 1), ("b", 2)}, d.keys() == {"a": 1, "b": 2}.keys(), ("a", 1) in d.items(), (1, 2, 3) in d.items()
d.keys() & 5
d.keys().mapping, len(d.items()), d.keys().isdisjoint("xyz")
iter(d).__reduce__()[1], reversed(d.items()).__reduce__()[1], iter({}).__length_hint__()
iter(d).__length_hint__()
type(d.keys())()
hash(d.keys())
d.keys()[0]
""")
