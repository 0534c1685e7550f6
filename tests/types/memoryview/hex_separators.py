# Hexadecimal text with separators
m = memoryview(bytearray(range(24)))

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
m[:6].hex()
m[:6].hex(":")
m[:6].hex(":", 4)
m[:6].hex(":", -4)
m[:6].hex(":", 0)
m[:6].hex(sep="-", bytes_per_sep=2)
m[:6].hex(b"_")
m[:6].hex("::")
m[:6].hex("")
m[:6].hex("\u00e9")
m[:6].hex(1)
m[:6].hex(":", "a")
m[::-4].hex()
m.cast("i").hex(" ", 4)
m.cast("B", [2, 12]).hex()
""")
