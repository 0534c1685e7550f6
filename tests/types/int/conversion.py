# int() of floats and of objects with __int__, __index__ and __trunc__

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


for value in [1.9, -1.9, 0.0, -0.0, 1e20, -1e20, 2.0**62, 2.0**63, 1e300, 5e-324]:
    print(int(value))
for value in [float("inf"), float("-inf"), float("nan"), 1j, "x", object()]:
    try:
        print(int(value))
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, str(error).replace("object object", "object"))
class Int:
    def __int__(self): return 42
class Index:
    def __index__(self): return 43
class Both:
    def __int__(self): return 1
    def __index__(self): return 2
class BadInt:
    def __int__(self): return "7"
class BadIndex:
    def __index__(self): return 1.5
class Sub(int): pass
class IntSub:
    def __int__(self): return True
print(int(Int()), int(Index()), int(Both()))
show(int, BadInt())
show(int, BadIndex())
import operator
show(operator.index, Index())
show(operator.index, BadIndex())
show(operator.index, Int())
show(operator.index, 1.0)
print([10, 20, 30][Index.__index__(None) - 42], hex(Index()), bin(Both()))
show(hex, Int())
show(range, Int())
print(type(int(Sub(5))), type(Sub(5) + 1), Sub(5) + Sub(6), Sub("7"), type(+Sub(5)), type(abs(Sub(-5))))
show(int, "12", Index())
