# Zeros are grouped as digits are

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
[format(1234567, f"0{w},") for w in range(1, 16)]
[format(1234567, f"0{w}_") for w in range(1, 16)]
[format(-1234, f"0{w},") for w in range(1, 16)]
[format(-1234, f"0{w}_") for w in range(1, 16)]
[format(0, f"0{w},") for w in range(1, 16)]
[format(0, f"0{w}_") for w in range(1, 16)]
[format(1234.5, f"0{w},.2f") for w in range(6, 16)]
[format(-1234.5, f"0{w}_.1f") for w in range(6, 16)]
[format(255, f"0{w}_x") for w in range(6, 16)]
[format(255, f"0{w}_b") for w in range(6, 16)]
[format(float("inf"), f"0{w},") for w in range(2, 10)]
""")
