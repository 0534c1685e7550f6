# Powers: sign, zero, negative exponents, three arguments, modular inverses

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


check("2 ** 0", "0 ** 0", "0 ** 5", "(-2) ** 3", "(-2) ** 4", "-2 ** 2", "2 ** -1", "(-2) ** -3", "10 ** -2", "0 ** -1", "0 ** -2",
      "2 ** 3 ** 2", "2 ** 100", "(-3) ** 41", "1 ** (10 ** 30)", "(-1) ** (10 ** 30 + 1)", "0 ** (10 ** 30)", "2 ** 0.5", "(-8) ** (1 / 3)",
      "pow(2, 10, 1000)", "pow(2, 10, -1000)", "pow(-2, 3, 5)", "pow(3, -1, 7)", "pow(3, -2, 7)", "pow(2, -1, 4)", "pow(0, 0, 1)", "pow(5, 0, 1)",
      "pow(2, 3, 0)", "pow(2, -1, 0)", "pow(10, 10**30, 97)", "pow(7, 10**18 + 9, 10**18 + 9)", "pow(38, -1, mod=97)", "pow(base=2, exp=5)", "pow(2.0, 3, 5)",
      "pow(2, 3.0, 5)", "pow('a', 2)", "pow(2, 'a')", "pow(2, 3, 'a')", "pow(2)", "pow(True, 5)", "True ** 2", "2 ** True", "True ** -1", "(2**64) ** 3", "2 ** -(2 ** 5)", "(10**400) ** -1")
x = 3
x **= 4
print(x)
x **= -1
print(x)
