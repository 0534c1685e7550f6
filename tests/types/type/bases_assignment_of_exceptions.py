# Exceptions with and without weak references look different.
class E(Exception):
    pass
class E2(E):
    pass
class F(Exception):
    pass
for bases in ((Exception,), (OSError,), (ValueError,), (F,)):
    try:
        E2.__bases__ = bases
        print(E2.__mro__)
    except TypeError as error:
        print(error)
