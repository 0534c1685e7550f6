# hex groups from the right, or with a negative number from the left

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
b"".hex(), b"\x00\xff".hex()
b"abcde".hex(":")
b"abcde".hex(":", 2)
b"abcde".hex(":", -2)
b"abcde".hex(":", 0)
b"abcde".hex(":", 100)
b"abcde".hex(b"-", 3)
b"abcde".hex(sep=" ", bytes_per_sep=4)
b"abcde".hex("::")
b"abcde".hex("")
b"abcde".hex("\u00e9")
b"abcde".hex(1)
b"abcde".hex(":", "2")
bytearray(b"abcde").hex("_", 2)
""")
