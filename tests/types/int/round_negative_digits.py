# Rounding to tens goes to the even neighbour
class Index:
    def __init__(self, value):
        self.value = value
    def __index__(self):
        return self.value

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
[round(i, -1) for i in (5, 15, 25, 35, -5, -15, -25, 14, 16, 0)]
[round(i, -2) for i in (50, 150, 250, 49, 51, -50, -150, 12345)]
round(1 << 100, -20), round(-(1 << 100), -29), round(5, -100), round(5, 100), round(5, 0), round(5, None)
round(True), round(True, -1), round(15, Index(-1)), type(round(15, -1)).__name__
round(5, 1 << 70)
round(5, 1.0)
round(5, "a")
round()
round(1, 2, 3)
round(number=15, ndigits=-1)
round("a")
round(1j)
""")
