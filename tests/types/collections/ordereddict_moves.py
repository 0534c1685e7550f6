# Keys move to either end, in whatever order it happens
from collections import OrderedDict

d = OrderedDict.fromkeys("abcde")
d.move_to_end("b")
print("".join(d))
d.move_to_end("b", last=False)
print("".join(d))
d.move_to_end("b", False)
d.move_to_end("e", last=True)
print("".join(d), d.popitem(last=False), d.popitem(), "".join(d))
for key in ("zz", []):
    try:
        d.move_to_end(key)
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
model = list(range(30))
d = OrderedDict((i, -i) for i in model)
state = 12345
for step in range(600):
    state = state * 1103515245 + 12345 & 0x7FFFFFFF
    kind, key = state >> 8 & 7, state >> 12
    if kind < 3 and model:
        key = model[key % len(model)]
        front = kind == 0
        d.move_to_end(key, last=not front)
        model.remove(key)
        model.insert(0 if front else len(model), key)
    elif kind == 3 and model:
        assert d.popitem(last=False)[0] == model.pop(0)
    elif kind == 4 and model:
        assert d.popitem()[0] == model.pop()
    elif kind == 5 and model:
        key = model.pop(key % len(model))
        del d[key]
    else:
        key %= 500
        if key not in d:
            model.append(key)
        d[key] = -key
    assert list(d) == model and list(reversed(d)) == model[::-1] and len(d) == len(model), step
print(model, d == OrderedDict((i, -i) for i in model))
