# __copy__-free copying: constructors, slices, __reduce__ pieces, __class__ construction
class P:
    def __init__(self, x, y): self.x, self.y = x, y
    def __eq__(self, other): return type(other) is type(self) and vars(self) == vars(other)
    def clone(self, **changes):
        new = object.__new__(type(self))
        new.__dict__.update(self.__dict__)
        new.__dict__.update(changes)
        return new
p = P(1, [2])
q = p.clone()
r = p.clone(x=5)
print(p == q, p is q, p.y is q.y, r.x, p != r, type(r).__name__, vars(r))
class Sub(P): pass
s = Sub(1, 2).clone(y=3)
print(type(s).__name__, s.y, s == P(1, 3), type(s)(7, 8).x, s.__class__.__mro__[1].__name__)
blank = P.__new__(P)
print(vars(blank), hasattr(blank, "x"))
blank.__init__(3, 4)
print(vars(blank))
blank.__dict__ = p.__dict__
blank.x = "shared dict"
print(p.x)
blank.__dict__ = dict(p.__dict__)
blank.x = "own"
print(p.x, blank.x)
for value in ([1, [2]], {1: [2]}, {1, 2}, (1, [2]), "text", b"bytes", bytearray(b"ba"), frozenset([1]), 5, 2.5):
    copy = type(value)(value)
    print(copy == value, copy is value, type(copy) is type(value), end=" ")
print()
for value in ([1], {1: 2}, {1}, bytearray(b"x")):
    c = value.copy()
    print(c == value, c is value, type(c).__name__, end=" ")
print()
class L(list):
    def __init__(self, *args, tag=None):
        super().__init__(*args)
        self.tag = tag
l = L([1, 2], tag="t")
print(l.copy(), type(l.copy()).__name__, type(l[:]).__name__, type(l)(l).tag, l + [3], type(l + [3]).__name__, type(l * 1).__name__, list(l) == l)
class Slotted:
    __slots__ = ("a", "b")
    def __init__(self, a): self.a = a
    def copy(self):
        new = type(self).__new__(type(self))
        for name in self.__slots__:
            if hasattr(self, name): setattr(new, name, getattr(self, name))
        return new
t = Slotted(1).copy()
print(t.a, hasattr(t, "b"))
