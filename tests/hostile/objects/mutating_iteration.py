# Deleting, growing and shrinking containers while iterating over them in every way
def run(name, make, change):
    container = make()
    steps = 0
    try:
        for item in container:
            steps += 1
            if steps > 200: break
            change(container, item)
    except (RuntimeError, IndexError, KeyError, ValueError) as error:
        print(name, type(error).__name__, steps)
    else:
        print(name, "ended", steps)
import collections
run("list clear", lambda: list(range(10)), lambda c, x: c.clear())
run("list grow", lambda: [1], lambda c, x: c.append(1))
run("list pop", lambda: list(range(10)), lambda c, x: c.pop())
run("list insert", lambda: list(range(10)), lambda c, x: c.insert(0, x))
run("list slice", lambda: list(range(10)), lambda c, x: c.__setitem__(slice(None), []))
run("list sort", lambda: list(range(10)), lambda c, x: c.sort(reverse=True))
run("list reinit", lambda: list(range(10)), lambda c, x: c.__init__("ab"))
run("bytearray", lambda: bytearray(b"abc"), lambda c, x: c.append(1))
run("bytearray clear", lambda: bytearray(b"abc"), lambda c, x: c.clear())
run("dict clear", lambda: {1: 1, 2: 2}, lambda c, x: c.clear())
run("dict pop", lambda: {1: 1, 2: 2}, lambda c, x: c.pop(x))
run("dict swap", lambda: {1: 1, 2: 2}, lambda c, x: c.update({x + 100: c.pop(x)}))
run("dict replace", lambda: {1: 1, 2: 2}, lambda c, x: c.update({x: 5}))
run("dict reinit", lambda: {1: 1, 2: 2}, lambda c, x: c.__init__({9: 9}))
run("set clear", lambda: {1, 2}, lambda c, x: c.clear())
run("set add", lambda: {1, 2}, lambda c, x: c.add(x + 10))
run("set discard", lambda: {1, 2, 3}, lambda c, x: c.discard(x))
run("deque", lambda: collections.deque("abc"), lambda c, x: c.append(x))
run("deque rotate", lambda: collections.deque("abc"), lambda c, x: c.rotate())
run("deque clear", lambda: collections.deque("abc"), lambda c, x: c.clear())
run("OrderedDict", lambda: collections.OrderedDict.fromkeys("abc"), lambda c, x: c.move_to_end(x) if c.__len__() < 0 else c.pop(x))
run("Counter", lambda: collections.Counter("abc"), lambda c, x: c.update("z"))
l = list(range(5))
for i, x in enumerate(l): l[i:i + 1] = []
print(l)
l = list(range(5))
for a, b in zip(l, reversed(l)): l.remove(a)
print(l)
d = {i: i for i in range(5)}
try:
    {k: d.pop(k) for k in d}
except RuntimeError as error:
    print(error)
s = {1, 2, 3}
try:
    [s.remove(x) for x in s]
except RuntimeError as error:
    print(error)
