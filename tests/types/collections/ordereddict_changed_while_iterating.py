# Every change of the order is noticed
from collections import OrderedDict

changes = [
    ("nothing", lambda d: None),
    ("new value", lambda d: d.update(a=9)),
    ("new key", lambda d: d.update(z=9)),
    ("removed", lambda d: d.pop("c")),
    ("moved", lambda d: d.move_to_end("a")),
    ("moved to where it was", lambda d: d.move_to_end("d")),
    ("replaced", lambda d: (d.pop("c"), d.update(c=1))),
    ("cleared", lambda d: d.clear()),
]
for name, change in changes:
    for make in (iter, reversed, lambda d: iter(d.items()), lambda d: reversed(d.values()), lambda d: iter(d.keys())):
        d = OrderedDict(a=1, b=2, c=3, d=4)
        it = make(d)
        next(it)
        change(d)
        try:
            print(name, list(it))
        except RuntimeError as error:
            print(name, error, list(it))
