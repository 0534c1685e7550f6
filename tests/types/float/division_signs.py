# Signs and zeros of // and %

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
[divmod(a, b) for a in (7.5, -7.5) for b in (2, -2)]
divmod(0.0, 5), divmod(-0.0, 5), divmod(0.0, -5), divmod(5, float("inf")), divmod(-5, float("inf")), divmod(5, -float("inf"))
float("inf") % 5, float("inf") // 5, 5 % float("nan"), -1e-20 % 3, 1e308 % 3, 1.5 // 0.1, 5.0 // -0.1, 6.0 % 0.1
(0.0).as_integer_ratio(), (-0.0).as_integer_ratio(), (0.1).as_integer_ratio(), (5e-324).as_integer_ratio()[0], (1e300).as_integer_ratio()[1]
float("inf").as_integer_ratio()
float("nan").as_integer_ratio()
1.0 // 0
1.0 % 0
1.0 / 0
divmod(1.0, 0)
(1.0).is_integer(), (1.5).is_integer(), float("inf").is_integer(), float("nan").is_integer(), (1e300).is_integer()
1.0 + (1 << 2000)
1.0 < (1 << 2000), float("inf") > (1 << 2000), float("nan") < (1 << 2000), 1e308 > (1 << 2000), (1 << 53) + 1 > float(1 << 53)
""")
