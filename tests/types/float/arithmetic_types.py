# Mixed arithmetic of float with int, bool, complex and huge integers

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


check("1.5 + 1", "1 + 1.5", "True + 0.5", "1.5 - True", "2 * 1.5", "1.5 * 2**70", "2**70 + 0.5", "2**1023 * 2.0", "2**1024 * 1.0", "1.0 + 2**1024", "1.0 - 10**400", "10**400 * 0.0", "1.0 < 10**400", "1.5 + 1j", "1j * 1.5", "1.5 - 'a'", "1.5 + None", "[] * 1.5", "1.5 * []", "1.5 & 1", "~1.5", "1.5 << 1", "-1.5", "+1.5", "abs(-1.5)", "1.5 @ 2", "2**53 + 1.0", "(2**53 + 1) + 0.0", "0.1 + 0.2 == 0.3", "sum([0.1] * 10)", "sum([0.1] * 10, 0.0)", "sum([1e100, 1.0, -1e100])", "sum([1, 0.5, 10**20, -10**20])", "1e308 + 1e308", "3 - 1e-20", "1.0 == True", "0.0 == False", "not 0.0", "0.0 or -0.0", "5 // 2.0", "5 % 2.0", "divmod(5, 2.0)", "7 // 0.5")
x = 1.5
x += 1; print(x)
x -= True; print(x)
x *= 4; print(x)
x /= 8; print(x)
x //= 0.3; print(x)
x **= 2; print(x)
x %= 0.7; print(x)
