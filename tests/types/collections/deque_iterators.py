# Iterators over deques: state, copies, changes
import copy
from collections import deque
d = deque([1, 2, 3])

def stepped(it, n):
    for _ in range(n):
        next(it)
    return it

def changed(change):
    d = deque([1, 2, 3])
    it = iter(d)
    next(it)
    change(d)
    return list(it)

def after_the_end():
    d = deque([1])
    it = iter(d)
    list(it)
    d.append(2)
    return next(it)

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
iter(d).__reduce__()[1], stepped(iter(d), 2).__reduce__()[1], reversed(d).__reduce__()[1], iter(d).__length_hint__(), stepped(iter(d), 2).__length_hint__()
type(iter(d)), type(reversed(d)), list(type(iter(d))(d, 2)), list(type(reversed(d))(d, 1)), list(type(iter(d))(d, 100)), list(type(iter(d))(d))
list(copy.copy(stepped(iter(d), 1))), list(copy.copy(stepped(reversed(d), 1)))
type(iter(d))(5)
type(iter(d))(d, "a")
changed(lambda d: d.append(5))
changed(lambda d: d.popleft())
changed(lambda d: d.rotate(1))
changed(lambda d: d.__setitem__(0, 9))
changed(lambda d: d.clear())
after_the_end()
deque([1, 2], 2).__reduce__()[:3], list(deque([1, 2], 2).__reduce__()[3]), deque().__reduce__()[:2]
copy.copy(deque([1], 2)), copy.deepcopy(deque([[1]], 2)), copy.copy(deque("ab")) == deque("ab")
""")
