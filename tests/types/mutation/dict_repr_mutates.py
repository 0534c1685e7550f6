# repr of a dict, list, set and deque whose items change it
import collections
class R:
    def __init__(self, action): self.action = action
    def __repr__(self):
        self.action()
        return "R"
def attempt(function):
    try:
        print(function())
    except RuntimeError as error:
        print(type(error).__name__, error)
l = [R(lambda: l.clear()), 1, 2]
attempt(lambda: repr(l))
l = [R(lambda: l.append(9) if len(l) < 6 else None), 1]
attempt(lambda: repr(l))
l = [1, R(lambda: l.pop(0)), 2, 3]
attempt(lambda: repr(l))
q = collections.deque([R(lambda: q.append(1)), 2])
attempt(lambda: len(repr(q)) > 0)
s = {R(lambda: s.clear())}
attempt(lambda: repr(s))
s = {R(lambda: s.add(5))}
attempt(lambda: repr(s))
d = {1: R(lambda: d.pop(1, None))}
attempt(lambda: repr(d))
d = {1: R(lambda: None), 2: R(lambda: d.__setitem__(2, "x"))}
attempt(lambda: repr(d))
attempt(lambda: repr(d))
t = ([],)
t[0].append(R(lambda: t[0].append(2) if len(t[0]) < 4 else None))
attempt(lambda: repr(t))
class Raises:
    def __repr__(self): raise ValueError("no repr")
for container in ([Raises()], (Raises(),), {1: Raises()}, {Raises()}, frozenset([Raises()]), collections.deque([Raises()])):
    try:
        print(repr(container))
    except ValueError as error:
        print(type(container).__name__, error)
    try:
        print(repr(container))
    except ValueError as error:
        print("again", error)
