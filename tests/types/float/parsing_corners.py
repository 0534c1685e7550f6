# What float() and complex() read
texts = ["", "1", "1.", ".5", ".", "e5", "1e", "1e+", "1e-5", "1E5", "1_0.0_1e1_0", "1_.0", "1._0", "1e_5", "1.0_", "_1", "inf", "-inf", "+Infinity", "INF", "nan", "-nan", "NaN", "nan(1)", "infi", "0x1p3", " 1 ", "1 2", "1e400", "1e-400", "--1", "1\0", "\u0661.\u0665", "1\u00a0", "\u2003-1\u2003", "1,0", "1e5.0", "1.5.5", "é", "\ud800", "1L", "1f"]
for text in texts:
    try:
        print(ascii(text), float(text))
    except ValueError as error:
        print(ascii(text), ascii(str(error)))
texts = ["1j", "1+2j", "1-2j", "1+-2j", "(1+2j)", "( 1+2j )", "((1j))", "1+2", "j", "+j", "-j", "1+j", "1 + 2j", "1e5j", "infj", "nanj", "inf+nanj", "1e400j", "-0-0j", "1_0j", "1__0j", "", "()", "1j ", "1J", "j1", "1+2j+3j", "\u0663+\u0664j"]
for text in texts:
    try:
        print(ascii(text), complex(text))
    except ValueError as error:
        print(ascii(text), error)
