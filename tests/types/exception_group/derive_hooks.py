# `split` and `subgroup` make groups by `derive`, which has to give a group.
class Group(ExceptionGroup):
    def derive(self, exceptions):
        return Group('derived', exceptions)
g = Group('m', [ValueError(1), TypeError(2)])
g.add_note('note')
a, b = g.split(ValueError)
print(type(a).__name__, a.message, a.__notes__, b.__notes__, a.__notes__ is b.__notes__)
class Wrong(ExceptionGroup):
    def derive(self, exceptions):
        return 5
try:
    Wrong('m', [ValueError(), TypeError()]).split(ValueError)
except TypeError as error:
    print(error)
for bad in (1, (ValueError, 1), None):
    try:
        g.split(bad)
    except TypeError as error:
        print(error)
class Coded(ExceptionGroup):
    def __new__(cls, message, exceptions, code):
        self = super().__new__(cls, message, exceptions)
        self.code = code
        return self
    def __init__(self, *args):
        pass
print(Coded('m', [ValueError()], 5).code, type(Coded('m', [ValueError(), TypeError()], 5).split(ValueError)[0]).__name__)
