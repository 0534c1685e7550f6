# Slices with steps look at the same memory
m = memoryview(bytearray(range(24)))

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
m[::2].tolist()
m[::-3].tolist()
m[5:1:-2].tolist()
m[::-1][::-1].tolist() == m.tolist()
m[1::2][1::2].tolist()
m[::100].tolist()
m[5:5].tolist()
m[::0]
m["a":]
m[1 << 70 :].tolist()
m[::2].strides, m[::-1].strides, m[::2].shape
m[::2].nbytes, len(m[::2])
m[::2][3], m[::-1][0], m[::2][-1]
m[::2][12]
m.cast("i")[::-1].tolist()
bytes(m[::5]), bytearray(m[::-6])
""")
