# Conversion methods that answer an instance of a subclass of int are warned of.
import operator
import warnings


class Small(int):
    pass


class Index:
    def __index__(self):
        return Small(1)


class Int:
    def __int__(self):
        return True


class Wrong:
    def __index__(self):
        return 1.5

    __int__ = __index__


def told(function, *args):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            answer = function(*args)
            print(type(answer).__name__, answer)
        except TypeError as error:
            print(error)
    for warning in caught:
        print(" ", warning.category.__name__, warning.message)


told(int, Index())
told(int, Int())
told(hex, Index())
told(operator.index, Index())
told([7, 8].__getitem__, Index())
told(int, Wrong())
told(operator.index, Wrong())
told(int, True)
told(operator.index, Small(2))
