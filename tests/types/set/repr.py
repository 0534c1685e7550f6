# repr of sets and frozensets, empty, nested and subclassed
print(set(), frozenset(), {1}, frozenset({1}), {frozenset()}, frozenset([frozenset([1])]), [set()], {1: {2}}, str({"a"}), f"{ {1, 2} }")
class S(set): pass
class F(frozenset): pass
print(S(), S([1]), F(), F([2]), {F([1])}, F([F()]))
class R(set):
    def __repr__(self): return "R!"
print(R([1]), [R()], {1: R()})
class Node:
    def __init__(self): self.s = {self}
    def __repr__(self): return "Node"
print(Node().s)
class H:
    def __init__(self): self.items = None
    def __repr__(self): return f"H({self.items!r})"
h = H()
h.items = {h}
print(h)
h.items = frozenset([h])
print(h)
s = S()
class Holder:
    def __repr__(self): return repr(s)
s.add(Holder())
print(s)
for spec in ("", "5"):
    try:
        print(format({1}, spec))
    except TypeError as error:
        print(error)
