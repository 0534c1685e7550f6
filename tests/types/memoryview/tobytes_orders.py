# The bytes in the order of C or Fortran
m = memoryview(bytearray(range(24)))
v = m.cast("B", [2, 12])

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
v.tobytes()
v.tobytes("C")
v.tobytes("F")
v.tobytes("A")
v.tobytes(None)
v.tobytes(order="F")
v.tobytes("X")
v.tobytes(1)
v[::-1].tobytes("F")
v[::-1].tobytes("A")
m.cast("h", [2, 6]).tobytes("F") == m.cast("h", [2, 6]).tobytes()
m.cast("B", [2, 3, 4]).tobytes("F")
m[::3].tobytes("F")
""")
