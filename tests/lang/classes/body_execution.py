# A class body runs like a function with its own namespace.
class A:
    print('start', __qualname__, __module__ == __name__)
    x = 1
    y = x + 1
    for i in range(3):
        x += i
    if y == 2:
        z = 'conditional'

    def m(self): return 'm'
    m2 = m
    squares = [n * n for n in range(4)]
    del i
    a, (b, c) = 1, (2, 3)
    try:
        undefined
    except NameError as e:
        message = str(e)
    lam = lambda self: self.x
    print('end', sorted(k for k in locals() if not k.startswith('__')))


print(A.x, A.y, A.z, A().m2(), A.squares, A.b, A.message, A().lam())
print(A.__name__, A.__qualname__, A.__bases__, A.__doc__, A.__mro__)


class Doc:
    """The docstring."""
    'not the docstring'


print(Doc.__doc__, 'i' in vars(A), 'e' in vars(A))
Doc.__doc__ = 'changed'
print(Doc.__doc__)
try:
    class B:
        before = 1
        raise ValueError('in the body')
except ValueError as e:
    print(e, 'B' in globals())


def make(n):
    class Local:
        value = n

        class Inner:
            pass
    return Local


L1, L2 = make(1), make(2)
print(L1 is L2, L1.value, L2.value, L1.__qualname__, L1.Inner.__qualname__)


class Redefined:
    def m(self): return 1
    m_old = m
    def m(self): return 2


print(Redefined().m(), Redefined().m_old())
class OneLine: x = 1; y = 2
class Empty: ...
print(OneLine.y, Empty().__class__.__name__, A.__firstlineno__, A.__static_attributes__)
