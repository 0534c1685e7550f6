# What casts refuse, in the order of the checks
m = memoryview(bytearray(range(24)))

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
m.cast()
m.cast(1)
m.cast("ii")
m.cast("<i")
m.cast("@@i")
m.cast("")
m.cast("s")
m.cast("i", 5)
m.cast("i", "ab")
m.cast("z", 5)
m.cast("z", [0])
m.cast("i", [0])
m.cast("i", [-1])
m.cast("i", [1.5])
m.cast("i", [1 << 70])
m.cast("B", [1 << 62, 4])
m.cast("B", [1] * 65)
m.cast("B", [1] * 64)
m.cast("i", [5])
m.cast("q").cast("i")
m[:5].cast("i")
m[::2].cast("B")
m.cast("B", [2, 12]).cast("B", [3, 8])
m[:0].cast("i").tolist()
m[:0].cast("i", [0])
m.cast("B", shape=[24], x=1)
""")
