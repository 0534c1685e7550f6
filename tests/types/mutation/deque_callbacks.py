# deque operations whose callbacks change the deque
import collections
deque = collections.deque
class Eq:
    def __init__(self, action, answer=False): self.action, self.answer = action, answer
    def __eq__(self, other):
        self.action()
        return self.answer
for name in ("index", "count", "remove", "__contains__"):
    for label, action in (("clear", lambda: q.clear()), ("append", lambda: q.append(0)), ("rotate", lambda: q.rotate())):
        for answer in (False, True):
            q = deque(range(5))
            try:
                print(name, label, answer, getattr(q, name)(Eq(action, answer)), len(q))
            except (ValueError, RuntimeError, IndexError) as error:
                print(name, label, answer, type(error).__name__, error, len(q))
q = deque([1, 2, 3])
try:
    for x in q:
        q.append(x)
except RuntimeError as error:
    print(error)
q = deque([1, 2, 3])
it = iter(q)
next(it)
q[0] = 9
print(next(it))
q.popleft()
try:
    next(it)
except RuntimeError as error:
    print(error)
q = deque([1, 2, 3])
q.extend(q)
q.extendleft(q)
q += q
print(len(q), q.maxlen)
q = deque(range(3), 3)
q.extend(q)
print(q)
q = deque([1])
q.extend(q.append(x) or x for x in (5, 6))
print(q)
a = deque([Eq(lambda: a.clear(), True), 2])
try:
    print(a == deque([1, 2]))
except RuntimeError as error:
    print(error)
