# Instances of built-in classes keep their `__dict__`.
import functools

class E(Exception):
    pass
for value in (lambda: 0, functools.partial(print), ValueError(), E()):
    try:
        del value.__dict__
        print('deleted')
    except TypeError as error:
        print(error)
