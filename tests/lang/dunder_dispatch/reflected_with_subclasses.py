# The right operand goes first if its class derives from the left one's and overrides the method.
class A:
    def __add__(self, other):
        return 'A.add'
    def __radd__(self, other):
        return 'A.radd'
    def __iadd__(self, other):
        return NotImplemented
class Overrides(A):
    def __radd__(self, other):
        return 'Overrides.radd'
class Inherits(A):
    pass
print(A() + Overrides(), A() + Inherits(), Overrides() + A(), 1 + A(), A() + 1)
a = A()
a += 1
print(a)
class C:
    def __lt__(self, other):
        print('C.lt')
        return NotImplemented
    def __gt__(self, other):
        print('C.gt')
        return NotImplemented
    def __eq__(self, other):
        print('C.eq')
        return NotImplemented
class D(C):
    def __gt__(self, other):
        print('D.gt')
        return True
print(C() < D())
print(C() == D(), C() != D())
try:
    C() < 1
except TypeError as error:
    print(error)
