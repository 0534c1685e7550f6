# Slots on top of different bases are different slots, whatever their names.
class H:
    __slots__ = ['b', 'a']
class I:
    __slots__ = ['a', 'b']
class L(H):
    __slots__ = ['e']
class M(I):
    __slots__ = ['e']
x = L()
try:
    x.__class__ = M
except TypeError as error:
    print(error)
x.__class__ = L
print(type(x).__name__)
