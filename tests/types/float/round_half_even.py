# round goes to the even neighbour, on the exact value

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
[round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 0.49999999999999994, 2**52 + 0.5)]
[round(x, 0) for x in (0.5, 1.5, 2.5, -0.5, -0.4)]
round(2.675, 2), round(1.005, 2), round(0.285, 2), round(4.35, 1), round(9.995, 2), round(0.1 + 0.2, 17), round(5.015, 2), round(-2.675, 2)
round(123.456, -2), round(-150.0, -2), round(250.0, -2), round(1e22, -1), round(1e16 + 2, -1), round(5e-324, 323), round(5e-324, 324)
round(1e300, -299), round(1e300, -301), round(1.5, 1 << 70), round(1.5, -(1 << 70)), round(1.5, True), type(round(1.5)).__name__, type(round(1.5, 0)).__name__
round(1.7976931348623157e308, -308)
round(float("inf"))
round(float("nan"))
round(float("inf"), 2), round(float("nan"), 2)
round(1.5, "a")
round(1.5, 1.0)
(1.5).__round__(), (1.5).__round__(None), (2.5).__floor__(), (-2.5).__floor__(), (2.5).__ceil__(), (-2.5).__trunc__()
float("inf").__floor__()
float("nan").__ceil__()
""")
