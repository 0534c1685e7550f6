# A slot of a subclass hides that of the base; both exist.
class A:
    __slots__ = 'a'
class B(A):
    __slots__ = ('a', 'b')
b = B()
b.a = 1
try:
    A.a.__get__(b)
except AttributeError as error:
    print(error)
A.a.__set__(b, 5)
print(b.a, A.a.__get__(b))
