# Bounded deques drop items at the other end
from collections import deque
def attempt(text, make=lambda: deque([1, 2, 3], 3)):
    d = make()
    try:
        answer = eval(text, {"d": d, "deque": deque})
        print(text, "->", answer, d)
    except Exception as error:
        print(text, "->", type(error).__name__, error, d)

for text in ("d.append(4)", "d.appendleft(0)", "d.extend([4, 5])", "d.extendleft([4, 5])", "d.extend(d)", "d.extendleft(d)", "d.insert(1, 9)", "d.maxlen",
             "d + deque([7])", "d * 2", "d * 0", "d * -1", "d * 'a'", "d.__iadd__([7, 8])", "d.__imul__(2)", "d.rotate(1)", "d.rotate(-4)", "d.rotate('a')",
             "d.rotate(1 << 70)", "d.copy()", "d.index(3)", "d.index(1, 1)", "d.index(9)", "d.index(2, 1, 2)", "d.remove(2)", "d.remove(9)", "d.count(1)",
             "d[0]", "d[-1]", "d[3]", "d['a']", "d[0:1]", "d.pop()", "d.popleft()", "d.pop(1)", "d.reverse()", "d.clear()", "2 in d", "d == deque([1, 2, 3])",
             "d < deque([1, 5])", "d < [1]", "d == [1, 2, 3]", "d + [1]", "hash(d)", "d.__init__([7, 8], 1)", "d.sort()", "d.__mul__(1 << 70)", "d.__imul__(1 << 62)"):
    attempt(text)
for text in ("d.pop()", "d.popleft()", "d.append(1)", "d.insert(0, 1)", "d.rotate(3)", "d[0]", "d.index(1)", "d * 3"):
    attempt(text, lambda: deque([], 0))
for text in ("deque(5)", "deque([1], -1)", "deque([1], 'a')", "deque([1], 1.0)", "deque([1], None)", "deque(maxlen=2)", "deque([1], 1, 2)", "deque(x=1)", "deque(iterable='ab', maxlen=1)"):
    attempt(text, lambda: None)
