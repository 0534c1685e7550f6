# What `__bases__` may be set to.
class A:
    pass
class B(A):
    pass
for value in ((), 1, [A], (1,), (B,), (A, A), (type(None),)):
    try:
        B.__bases__ = value
    except TypeError as error:
        print(error)
