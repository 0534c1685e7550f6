# `__getstate__` gives the namespace itself, and with slots a pair.
class A:
    pass
a = A()
print(a.__getstate__())
a.x = 1
print(a.__getstate__() is a.__dict__)
class S:
    __slots__ = ('a', '__b', '__dict__')
s = S()
print(s.__getstate__())
s.a = 1
s._S__b = 2
s.c = 3
print(s.__getstate__(), S.__slotnames__)
class E:
    __slots__ = 'a'
e = E()
e.a = 1
print(e.__getstate__())
