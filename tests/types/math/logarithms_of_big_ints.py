# Logarithms know numbers that are no floats
import math

class T:
    def __trunc__(self):
        return "trunc"
    def __floor__(self):
        return "floor"
    def __ceil__(self):
        return "ceil"

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
round(math.log(1 << 2000), 6), math.log2(1 << 2000), math.log10(10 ** 500), math.log(1 << 2000, 2), math.log2(8), math.log10(1000), math.log(8, 2), math.log(1, 10)
math.log2(3 << 5000) == 5000 + math.log2(3)
math.log(0)
math.log(-1)
math.log(-(1 << 2000))
math.log2(0)
math.log10(-5)
math.log(1, 0)
math.log(1, 1)
math.log(10, -1)
math.log(2.0, "a")
math.log()
math.log(1, 2, 3)
math.log(x=1)
math.log1p(-1)
math.pow(0, -1)
math.pow(-1, 0.5)
math.pow(1e300, 2)
math.pow(math.nan, 0), math.pow(1, math.nan), math.pow(-1, math.inf), math.pow(0, 0)
math.floor(T()), math.ceil(T()), math.trunc(T())
math.floor("a")
math.trunc(1.5), math.floor(1 << 70) == 1 << 70, math.ceil(1e300) == int(1e300)
math.trunc("a")
math.floor(math.inf)
math.ceil(math.nan)
""")
