# Division, floor division, modulo and divmod of floats, zeros and infinities

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


inf, nan = float("inf"), float("nan")
check("7.5 // 2", "-7.5 // 2", "7.5 // -2", "7.5 % 2", "-7.5 % 2", "7.5 % -2", "-7.5 % -2", "divmod(7.5, 2)", "divmod(-7.5, 2)", "0.0 // 5", "-0.0 // 5", "0.0 % 5", "-0.0 % 5", "0.0 % -5", "5 % inf", "-5 % inf", "5 % -inf", "-5 % -inf",
      "5 // inf", "-5 // inf", "inf // 5", "inf % 5", "nan // 1", "nan % 1", "1 % nan", "inf / inf", "inf - inf", "inf * 0", "1 / inf", "-1 / inf", "1.0 / 0", "1.0 // 0", "1.0 % 0", "divmod(1.0, 0)", "0.0 / 0.0", "-1.0 / 0.0", "1 / -0.0", "inf / 0",
      "1e308 * 10", "-1e308 * 10", "1e-308 / 1e10", "5e-324 / 2", "0.1 + 0.7", "1e16 + 1", "0.1 * 3", "divmod(inf, 1)", "divmod(1, inf)", "divmod(-1e-20, 3.0)", "-1e-20 % 3.0", "1.0 // 0.1", "1.0 % 0.1", "4.0 // -0.5", "1e300 // 1e-300", "10**400 // 1.0", "10**400 % 1.0", "1.5 // 'a'")
