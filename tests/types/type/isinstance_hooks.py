# `__instancecheck__` and `__subclasscheck__`, classes that claim to be others, and what is refused.
class Meta(type):
    def __instancecheck__(cls, value):
        print('instancecheck')
        return value == 5
    def __subclasscheck__(cls, other):
        print('subclasscheck')
        return other is str
class C(metaclass=Meta):
    pass
print(isinstance(5, C), isinstance(6, C), isinstance(C(), C), issubclass(str, C), issubclass(C, C), isinstance(5, (str, C)))
class Claims:
    @property
    def __class__(self):
        return int
print(isinstance(Claims(), int), isinstance(Claims(), Claims), isinstance(Claims(), str))
class Bases:
    def __init__(self, bases):
        self.bases = bases
    @property
    def __bases__(self):
        return self.bases
top = Bases(())
print(issubclass(Bases((top,)), top), issubclass(Bases(()), top))
for attempt in (
    lambda: isinstance(5, 1), lambda: isinstance(5, (str, 1)), lambda: isinstance(5, (int, 1)), lambda: issubclass(5, int), lambda: issubclass(int, 5), lambda: issubclass(int, (5,)),
    lambda: isinstance(5, list[int]), lambda: issubclass(int, list[int]), lambda: isinstance(1, None), lambda: issubclass(Bases(5), top), lambda: isinstance(5), lambda: isinstance(5, ()),
):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
