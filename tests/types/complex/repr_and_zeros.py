# Signs of zero parts

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
0j, -0j, -(0j), 1-0j, complex(-0.0, 0), complex(0, -0.0), complex("-0-0j"), 0j * -1, 1j * 0
1j, -1j, 1+1j, -1-1j, 1.5j, complex("inf"), complex("nan"), complex("nan+infj"), complex(1e16, 1e-5), complex(1e100, 5e-324)
str(1j), f"{1+2j}", "%s" % (1j,), repr([0j, -0j])
1j ** 0, 0j ** 0, 0j ** 2, 1j ** 2, (1 + 2j) ** -2, (1 + 2j) ** 3
0j ** -1
0j ** 1j
1j / 0
1j // 1
1j % 1
divmod(1j, 1)
1j < 2j
abs(3 + 4j), abs(complex("inf+nanj")), abs(complex("nan")), abs(1e200 + 1e200j)
abs(1e308 + 1e308j)
(1 + 2j).conjugate(), (1 + 2j).real, (1 + 2j).imag, (1j).__getnewargs__(), 0j.__bool__(), 1j == 1j, 1 + 0j == 1, 1j != 1
int(1j)
float(1j)
round(1j)
""")
