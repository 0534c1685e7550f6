# Subclasses of float and conversion through __float__ and __index__

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class F(float):
    def __new__(cls, value, note=None):
        self = super().__new__(cls, value)
        self.note = note
        return self
    def __add__(self, other): return F(float(self) + other, "sum")
    def __float__(self): return 99.0
f = F(1.5, "n")
print(f, f.note, (f + 1).note, type(f * 2), 2.0 * f, 1 + f, float(f), f == 1.5, hash(f) == hash(1.5), f"{f:.3f}", round(f), type(round(f, 1)), -f, type(-f))
class HasFloat:
    def __float__(self): return 2.5
class HasIndex:
    def __index__(self): return 7
class BadFloat:
    def __float__(self): return 1
class StrFloat(str):
    def __float__(self): return 3.5
class SubResult:
    def __float__(self): return True
import math
print(float(HasFloat()), float(HasIndex()), math.sqrt(HasIndex()), math.floor(HasFloat()), "%.1f" % HasFloat())
show(float, BadFloat())
show(float, StrFloat("9"))
show(float, SubResult())
show(float, object)
show(math.sqrt, "4")
show(lambda: 1.0 + HasFloat())
print(isinstance(True, float), issubclass(F, float), float.__mro__, F.__mro__[1:])
