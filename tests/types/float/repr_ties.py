# Of two equally near shortest forms the even one is shown

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
247.07730102539062, 0.00086307525634765625, 22.404067993164062, 784.98785400390625, 1333078110509348.25, 9.7611846923828125
90043473894044.125, 1596256801524558.25, 985569698355428.75, 5e-324, 2.0 ** -24, 2.0 ** -30, 0.1 + 0.2
sum(int(repr(i / 2 ** 40).replace(".", "").replace("e-", "")[:17] or 0) for i in range(1, 2000)) % 1000003
str(166.61477661132812), f"{166.61477661132812}", "%r" % 166.61477661132812, repr([166.61477661132812]), repr(166.61477661132812j)
all(float(repr(i / 2 ** 44)) == i / 2 ** 44 for i in range(1, 3000, 7))
""")
