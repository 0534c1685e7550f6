# Objects that hold what cannot be saved.
import sys

class Odd:
    __slots__ = ()
for value in ((i for i in ()), sys._getframe(), type(sys.flags), sys, {}.keys(), memoryview(b'')):
    try:
        print(type(value.__reduce_ex__(2)).__name__)
    except TypeError as error:
        print(error)
