# int(str): bases, prefixes, underscores, white space, digits of other scripts

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


check("int()", "int('  42  ')", "int('+7')", "int('-0')", "int('- 1')", "int('1_000_000')", "int('_1')", "int('1_')", "int('1__0')", "int('')", "int('  ')", "int('0x10')",
      "int('0x10', 16)", "int('0x10', 0)", "int('0b101', 0)", "int('0o17', 0)", "int('0_7', 0)", "int('010', 0)", "int('010')", "int('00', 0)", "int('0x_f', 16)", "int('0x_f', 0)",
      "int('z', 36)", "int('Zz', 36)", "int('z', 35)", "int('12', 1)", "int('12', 37)", "int('12', -1)", "int('2', 2)", "int('101', 2)", "int('0b101', 2)", "int('0b101', 16)",
      "int('٣٤')", "int('১২৩')", "int('１２')", "int('²')", "int('½')", "int(b'12')", "int(bytearray(b' 1_2 '))", "int(b'ff', 16)", "int(b'\\xff')", "int('1\\x00')", "int('1.0')", "int('1e5')",
      "int(1, 10)", "int('1', 10, 2)", "int('10', base=3)", "int(base=3)", "int('1', '2')", "int('\\u20011\\u2003')", "int('\\t\\n12\\r\\x0b\\x0c')", "int('1' * 30)", "int('-' + '9' * 50)", "int('f' * 40, 16)",
      "int('abc')", "int('a' * 300)", "int('é')", "int(None)", "int([])", "int('1', None)")
