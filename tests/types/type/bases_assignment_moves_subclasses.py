# `__subclasses__` follows `__bases__`.
class A:
    pass
class B:
    pass
class C(A):
    pass
print(A.__subclasses__(), B.__subclasses__())
C.__bases__ = (B,)
print(A.__subclasses__(), B.__subclasses__())
C.__bases__ = (A, B)
print(A.__subclasses__(), B.__subclasses__())
