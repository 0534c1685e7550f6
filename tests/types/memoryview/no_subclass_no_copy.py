# memoryview cannot be subclassed or copied
import copy
try:
    class View(memoryview):
        pass
except TypeError as error:
    print(error)
for function in (copy.copy, copy.deepcopy):
    try:
        function(memoryview(b"a"))
    except TypeError as error:
        print(error)
class Bytes(bytearray):
    pass
print(memoryview(Bytes(b"ab")).tolist(), type(memoryview(Bytes(b"ab")).obj).__name__)
