# Three-argument pow, also with negative exponents

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
pow(2, 10, 1000), pow(-2, 3, 5), pow(2, 3, -5), pow(-2, 3, -5), pow(0, 0, 1), pow(0, 0, 5), pow(5, 3, 1), pow(5, 3, -1)
pow(2, -1, 5), pow(3, -2, 7), pow(38, -1, mod=97), pow(-3, -1, 7), pow(3, -1, -7), pow(1 << 70, -3, (1 << 61) - 1)
pow(2, 1 << 70, 1000007), pow(base=2, exp=5, mod=7), pow(True, 2, 3), pow(2, 3, None), pow(3, 200, 1 << 200) == 3 ** 200 % (1 << 200)
pow(2, -1, 4)
pow(0, -1, 5)
pow(2, 3, 0)
pow(2, -1, 0)
pow(2, -1, 1), pow(2, -1, -1)
pow(2.0, 3, 4)
pow(2, 3.0, 4)
pow(2, 3, 4.0)
pow(2, 3, "a")
pow(1j, 2, 3)
pow("a", 2)
pow(2)
pow(2, 3, 4, 5)
2 ** -1, 0 ** 0, (-2) ** 3, 2 ** 0, (-1) ** -1, 2 ** -1074, 2 ** -1080
0 ** -1
pow(0, -1)
""")
