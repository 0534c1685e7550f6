# What complex() converts and what it refuses
import warnings
warnings.simplefilter("ignore")

class Index:
    def __index__(self):
        return 7

class Float:
    def __float__(self):
        return 2.5

class Complex:
    def __init__(self, value):
        self.value = value
    def __complex__(self):
        return self.value

class Sub(complex):
    pass

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
complex(), complex(1), complex(1, 2), complex(1j, 2j), complex("1+2j"), complex(real=1), complex(imag=1), complex(1, True), complex(Index()), complex(Float()), complex(Complex(1 + 2j))
complex(Complex(1j), 1), complex(1.0, -0.0), complex(-0.0, -0.0), Sub(1, 2), type(Sub(1, 2) + 1).__name__
complex("1", "2")
complex("1", 2)
complex(1, "2")
complex(None)
complex(1, None)
complex([])
complex(Complex(1))
complex(Complex("a"))
complex(1, Complex(1j))
complex(b"1")
complex(a=1)
complex(1, 2, 3)
complex(1, real=2)
complex("1 + 2j")
complex(1 << 2000)
""")
