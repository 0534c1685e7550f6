# What float() converts and what it refuses
import warnings
warnings.simplefilter("ignore")

class Index:
    def __index__(self):
        return 7

class Float:
    def __init__(self, value):
        self.value = value
    def __float__(self):
        return self.value

class Sub(float):
    pass

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
float(), float(5), float(True), float(b"1.5"), float(bytearray(b"2")), float(memoryview(b"3")), float(Index()), float(Float(2.5)), Sub("1.5"), type(Sub(1) + 1).__name__
type(float(Sub(1.5))).__name__, type(+Sub(1.5)).__name__, type(Sub(1.5).real).__name__
float(Float(1))
float(Float("a"))
float(Float(Sub(1.5)))
float(None)
float([])
float(1j)
float(object())
float(1 << 2000)
float(b"\xff")
float("1" * 300 + "x")
float(x=1)
float(1, 2)
""")
