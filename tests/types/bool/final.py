# bool cannot be subclassed and has two instances
try:
    class Sub(bool): pass
except TypeError as error:
    print(error)
try:
    type("X", (bool,), {})
except TypeError as error:
    print(error)
print(bool(5) is True, bool(0) is False, (1 == 1) is True, (not 1) is False, bool(True) is True, bool.__new__(bool, 3) is True)
for target in ("__add__", "x"):
    try:
        setattr(True, target, 1)
    except AttributeError as error:
        print(error)
try:
    bool.x = 1
except TypeError as error:
    print(error)
try:
    bool.__new__(int)
except TypeError as error:
    print(error)
print(isinstance(True, int), isinstance(1, bool), type(True), True.__class__.__bases__)
print(True == "True", False == [], True in [1], 1 in [True], [True, False].index(0), [1, True, 1.0].count(True))
