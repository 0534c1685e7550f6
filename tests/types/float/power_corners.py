# Powers at the borders

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
0.0 ** 0, float("nan") ** 0, 1 ** float("nan"), (-1.0) ** float("inf"), 0.5 ** float("inf"), float("inf") ** -1, (-float("inf")) ** 3, (-float("inf")) ** 0.5
(-0.0) ** 3, (-0.0) ** 2, float("inf") ** 0.5, 1e200 ** -2, 2.0 ** 0.5, 2 ** 0.5 == 2.0 ** 0.5
type((-8) ** (1 / 3)).__name__, type((-8.0) ** 0.5).__name__
0.0 ** -1
(-0.0) ** -1
0.0 ** -0.5
1e200 ** 2
(-1e200) ** 3
10 ** 400.0
pow(2.0, 3, None), pow(2.0, 3)
2.0 ** "a"
""")
