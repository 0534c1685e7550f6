# New bases have to leave instances as they are.
class A:
    pass
class B:
    pass
class C(A):
    pass
class L(list):
    pass
class L2(list):
    pass
class L3(L):
    pass
class S:
    __slots__ = 'a'

def attempt(cls, bases):
    try:
        cls.__bases__ = bases
        print(cls.__mro__)
    except TypeError as error:
        print(error)

attempt(C, (B,))
attempt(C, (object,))
attempt(C, (S,))
attempt(C, (dict,))
attempt(L3, (L2,))
attempt(L3, (list,))
attempt(L3, (A,))
attempt(L3, (A, L2))
attempt(A, (object,))
