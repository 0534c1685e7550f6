# Context cycles, deep chains, and exceptions that raise
import sys

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


a, b = ValueError("a"), KeyError("b")
a.__context__, b.__context__ = b, a
try:
    raise a
except ValueError as error:
    print(error is a, error.__context__ is b)
a.__context__ = a
try:
    try:
        raise b
    except KeyError:
        raise a
except ValueError as error:
    print(error is a)
c = TypeError("c")
c.__cause__ = c
try:
    raise c from c
except TypeError as error:
    print(error.__cause__ is error)
deep = None
for i in range(100000):
    e = ValueError(i)
    e.__context__ = deep
    deep = e
try:
    raise deep
except ValueError as error:
    print(error.args)
try:
    try:
        raise deep
    except ValueError:
        raise KeyError("after a long chain")
except KeyError as error:
    print(error)
del deep, e
def chain(n):
    try:
        raise ValueError(n)
    except ValueError:
        if n: chain(n - 1)
        else: raise KeyError("bottom")
try:
    chain(200)
except KeyError as error:
    count = 0
    while error.__context__: count, error = count + 1, error.__context__
    print(count)
group = ValueError(0)
for i in range(2000): group = ExceptionGroup(str(i), [group])
try:
    print(len(repr(group)) > 1000)
except RecursionError:
    print(True)
for operation in (lambda: group.split(ValueError), lambda: group.subgroup(KeyError), lambda: str(group)):
    try:
        operation()
        print("ended")
    except RecursionError:
        print("ended")
del group
class BadStr(Exception):
    def __str__(self): raise RuntimeError("in str")
    __repr__ = __str__
show(lambda: str(BadStr()))
class BadInit(Exception):
    def __init__(self): raise BadInit2()
class BadInit2(Exception):
    def __init__(self): raise KeyError("deep init")
def do(): raise BadInit
show(do)
class Weird(Exception):
    def __getattribute__(self, name): raise ValueError("attribute")
try:
    raise Weird
except Weird:
    print("caught weird")
for value in (5, None, "x", [ValueError], int):
    try:
        raise value
    except TypeError as error:
        print(error)
e = ValueError()
e.__traceback__ = None
for _ in range(1000):
    try:
        raise e
    except ValueError:
        pass
print("many raises")
