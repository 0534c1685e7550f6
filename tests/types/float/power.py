# Powers of floats: negative bases, zeros, infinities, overflow

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


inf, nan = float("inf"), float("nan")
check("2.0 ** 3", "2 ** 0.5", "4.0 ** -1", "0.0 ** 0", "0.0 ** 1", "0.0 ** -1", "-0.0 ** 3", "(-0.0) ** 3", "(-0.0) ** -3", "(-8.0) ** (1/3)", "(-1.0) ** 0.5", "(-1.0) ** 2", "(-2.0) ** -2.0", "inf ** 0", "inf ** -1", "(-inf) ** 3", "(-inf) ** 2", "(-inf) ** 0.5", "(-inf) ** -0.5", "nan ** 0", "1 ** nan",
      "1.0 ** inf", "(-1.0) ** inf", "0.5 ** inf", "2.0 ** inf", "0.5 ** -inf", "2.0 ** -inf", "0.0 ** inf", "0.0 ** -inf", "(-inf) ** inf", "10.0 ** 400", "(-10.0) ** 401", "10.0 ** -400", "10 ** 400.0", "2.0 ** 1024", "2.0 ** 1023", "2.0 ** -1074", "2.0 ** -1075",
      "pow(2.0, 3.0, 2)", "1.1 ** 10", "(-1.5) ** 3", "2 ** -0.5", "10**400 ** 0.5", "1.5 ** 10**400")
