# deque: both ends, rotation, maxlen, comparison, errors
from collections import deque

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


d = deque([1, 2, 3])
d.append(4); d.appendleft(0); d.extend("ab"); d.extendleft("xy")
print(d, len(d), d[0], d[-1], d[4], d.pop(), d.popleft(), d)
d.rotate(2); print(d); d.rotate(-3); print(d); d.rotate(100); print(d); d.rotate(); print(d)
print(d.index("a"), d.count(1), d.reverse(), d, 3 in d, d.copy() == d, d.copy() is d, d.remove("x"), d)
d[1] = "set"; del d[0]; d.insert(1, "ins"); d.insert(-1, "neg"); d.insert(100, "end"); print(d)
show(d.remove, "missing"); show(d.index, "missing"); show(d.index, 1, 5); show(lambda: d[100]); show(lambda: d["a"]); show(lambda: d[1:2]); show(lambda: d[10**30]); show(deque().pop); show(deque().popleft); show(deque, 5); show(deque, [], -1); show(deque, [], "x"); show(deque, [], 1, 2); show(lambda: hash(d)); show(d.rotate, "x"); show(d.insert, 1); show(d.extend, 5); show(d.append); show(d.__setitem__, 100, 1); show(d.__delitem__, 100); show(lambda: d + [1]); show(lambda: d * "a"); show(lambda: d < [1]); show(setattr, d, "maxlen", 3)
m = deque("abcde", 3)
print(m, m.maxlen, m.append("f"), m, m.appendleft("z"), m, m.extend([1, 2]), m)
show(m.insert, 0, "full")
print(deque([1, 2, 3], maxlen=0), deque(maxlen=2), deque([1]) + deque([2]), deque([1, 2]) * 2, 2 * deque([1]), m * 2, deque([1, 2]) < deque([1, 3]), deque([1]) == deque([1]), deque([1]) == [1], deque() != deque([1]), deque([1, 2], 5) == deque([1, 2]))
m += "xy"; m *= 3; print(m)
it = iter(deque([1, 2, 3])); print(next(it), it.__length_hint__(), list(it), list(reversed(deque("abc"))), type(it).__name__)
class D(deque):
    def __init__(self, *a, tag=None): super().__init__(*a); self.tag = tag
e = D([1], tag="t"); print(e, e.tag, type(e.copy()), type(e + e), D([2], tag=1).tag)
d.clear(); print(d, bool(d), d.__init__([5], 2), d, d.maxlen)
big = deque(range(1000)); big.rotate(333); print(big[0], big[500], big.index(7), sum(big), len(big)); del big[10]; big.insert(500, "mid"); print(big.index("mid"), len(big))
