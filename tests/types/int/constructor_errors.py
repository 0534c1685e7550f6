# What int() converts and what it refuses
import warnings
warnings.simplefilter("ignore")

class Index:
    def __init__(self, value):
        self.value = value
    def __index__(self):
        return self.value

class Int:
    def __init__(self, value):
        self.value = value
    def __int__(self):
        return self.value

class Trunc:
    def __trunc__(self):
        return 9

class Sub(int):
    pass

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
int(), int(1.9), int(-1.9), int(True), int(b"12"), int(bytearray(b"12"), 16), int("12", Index(3)), int("z", base=36)
int(Index(5)), int(Int(6)), int(Trunc())
type(int(Sub(5))).__name__, type(Sub("5") + 1).__name__, Sub(1.5), Sub(Index(3))
int(Index(True))
int(Int(True))
int(Index("a"))
int(Int("a"))
int(None)
int([])
int(1j)
int(float("inf"))
int(float("nan"))
int("1", 1)
int("1", 37)
int("1", -1)
int("1", "a")
int("1", 1.0)
int("1", 1 << 70)
int(1, 2)
int(1.0, 2)
int(base=2)
int(x="1")
int("1", 2, 3)
int(memoryview(b"12"))
int("a" * 300)
int(b"\xff")
""")
