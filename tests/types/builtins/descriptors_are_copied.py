# copy finds slot wrappers and members again by their names; generators' classes take type arguments
import copy
import types


class S:
    __slots__ = ("a",)


print(types.GeneratorType[int, str, None], types.CoroutineType[int], types.AsyncGeneratorType[int, str])
print(copy.copy(int.__add__) is int.__add__, copy.deepcopy([int.__add__])[0] is int.__add__, copy.copy(S.a) is S.a)
print((1).__add__.__reduce__()[1], int.__add__.__reduce__()[1], S.a.__reduce__()[1][1])
print(copy.deepcopy({"f": (1).__add__})["f"](2))
