# __length_hint__ of the built-in iterators
import operator
hint = operator.length_hint
for name, it in [("list", iter([1, 2, 3])), ("tuple", iter((1, 2))), ("str", iter("abc")), ("str wide", iter("é😀")), ("bytes", iter(b"ab")), ("bytearray", iter(bytearray(3))), ("range", iter(range(10))), ("long range", iter(range(10**20, 10**20 + 5))), ("dict", iter({1: 2})), ("items", iter({1: 2, 3: 4}.items())), ("values", iter({}.values())), ("set", iter({1, 2})), ("reversed list", reversed([1, 2])), ("reversed range", reversed(range(4))), ("reversed dict", reversed({1: 2})), ("enumerate", enumerate("abc")), ("map", map(str, [1, 2])), ("zip", zip("ab", "cd")), ("filter", filter(None, [1])), ("generator", (x for x in [1])), ("list itself", [1, 2]), ("int", 5)]:
    print(name, hint(it, -1), end=" ")
    try:
        next(it, None)
        print(hint(it, -1), end=" ")
        list(it)
        print(hint(it, -1))
    except TypeError as error:
        print(error)
class H:
    def __init__(self, value): self.value = value
    def __length_hint__(self):
        if isinstance(self.value, Exception): raise self.value
        return self.value
for value in (5, 0, -1, 2**70, "x", 1.5, None, NotImplemented, True, TypeError("type"), ValueError("value")):
    try:
        print(repr(value), hint(H(value), 99))
    except Exception as error:
        print(repr(value), type(error).__name__, error)
for default in ("x", 1.5, None):
    try:
        print(hint(object(), default))
    except TypeError as error:
        print(error)
print(hint(object()), hint([]), hint("abc"), hint({1: 2}))
