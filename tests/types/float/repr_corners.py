# Where exponents begin

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
1e15, 1e16, 1e17, 123456789012345680.0, 9999999999999998.0, 9007199254740993.0, 1e22, 1e23
0.0001, 0.00001, 0.00012345, 1e-5, 1.5e-5, 123e-7
0.0, -0.0, 1.0, -1.5, 100.0, 1e100, 1.7976931348623157e308, 2.2250738585072014e-308, 5e-324, -5e-324
float("inf"), -float("inf"), float("nan"), -float("nan")
1e400, -1e400, 1e-400, 2.4703282292062327e-324, 2.4703282292062328e-324
0.1, 0.2, 0.3, 1/3, 2/3, 1e0, 3.0e8, 4.35, 2.675, 1e21, 1e-7
""")
