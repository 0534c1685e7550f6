# Values of other types are refused, but for what converts itself
class Index:
    def __index__(self):
        return 7

class Float:
    def __float__(self):
        return 2.5

class Failing:
    def __index__(self):
        raise KeyError("index")

class TooBig:
    def __index__(self):
        raise OverflowError("mine")

for format in "Bi?fdcPe":
    for value in (1.5, "a", None, b"a", b"ab", Index(), Float(), Failing(), TooBig(), [1], True):
        view = memoryview(bytearray(8)).cast(format)
        try:
            view[0] = value
            print(format, type(value).__name__, view[0])
        except Exception as error:
            print(format, type(value).__name__, type(error).__name__, error)
