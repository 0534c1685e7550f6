# Which views lie in one piece
m = memoryview(bytearray(range(24)))

def flags(view):
    return view.contiguous, view.c_contiguous, view.f_contiguous, view.suboffsets, view.nbytes

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
flags(m)
flags(m[::2])
flags(m[::-1])
flags(m[::2][:1])
flags(m[3:3])
flags(m.cast("B", [2, 12]))
flags(m.cast("B", [1, 24]))
flags(m.cast("B", [24, 1]))
flags(m.cast("B", [2, 12])[:1])
flags(m.cast("B", [2, 12])[::-1])
flags(m.cast("i"))
flags(m.cast("i")[::3])
""")
