# float(str): spellings, white space, underscores, special values, errors

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


check("float()", "float('1')", "float(' 1.5 ')", "float('1e5')", "float('1E-5')", "float('.5')", "float('5.')", "float('.')", "float('')", "float('+.5e+1')", "float('inf')", "float('-Infinity')", "float('iNf')", "float('nan')",
      "float('-nan')", "float('infinit')", "float('1_000.5')", "float('1__0')", "float('_1')", "float('1_.5')", "float('1._5')", "float('1e_5')", "float('1e5_0')", "float('0x1p3')", "float('1e400')", "float('-1e400')", "float('1e-400')",
      "float('٣.٥')", "float('１')", "float('1\\x00')", "float(b'1.5')", "float(bytearray(b'2'))", "float(b'\\xff')", "float('1 2')", "float('1e')", "float('e5')", "float('--1')", "float('1.2.3')", "float('\\u20021.5\\u2003')", "float('1' * 400)",
      "float('0.' + '0' * 400 + '1')", "float('123456789' * 40 + 'e-350')", "float('9007199254740993')", "float('9007199254740992.99999999999999999')", "float('2.2250738585072011e-308')", "float('4.9e-324')", "float('2.4e-324')", "float('2.5e-324')",
      "float(None)", "float([])", "float('1', 2)", "float(x=1)", "float(10**400)", "float(2**1023)", "float(True)", "float('abc' * 10)", "float(1j)", "float('1+2j')")
