# bit_length, bit_count, ratios and parts
class Sub(int): pass

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
[i.bit_length() for i in (0, 1, -1, 255, 256, -256, 1 << 100, -(1 << 100), True)]
[i.bit_count() for i in (0, 1, -1, 255, -255, (1 << 100) - 1, -(1 << 100), True)]
(5).as_integer_ratio(), True.as_integer_ratio(), (-3).numerator, (7).denominator, (5).real, (5).imag, (5).conjugate(), (5).is_integer()
type(True.real).__name__, type(True.numerator).__name__, type((+True)).__name__, type(abs(False)).__name__, type(True.conjugate()).__name__
type(+Sub(1)).__name__, type(Sub(1).real).__name__, type(abs(Sub(-1))).__name__, type(round(Sub(1))).__name__, type(Sub(1).__index__()).__name__
(5).__floor__(), (5).__ceil__(), (5).__trunc__(), (5).__round__(), (15).__round__(-1), (5).__getnewargs__(), (0).__bool__()
(1).bit_length(1)
int.bit_length()
int.bit_count("a")
True | 2, True & 3, True ^ True, True + True, -True, True << 3
""")
