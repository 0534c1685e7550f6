# Addresses may be negative, and must be ints
def store(value):
    view = memoryview(bytearray(8)).cast("P")
    view[0] = value
    return bytes(view)

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
store(0)
store(-1)
store((1 << 64) - 1)
store(1 << 64)
store(-(1 << 63))
store(-(1 << 63) - 1)
store(True)
store(1.0)
""")
