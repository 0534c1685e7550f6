# Views are equal if shape and items are, whatever the format
def v(format, *items):
    size = memoryview(bytearray(8)).cast(format).itemsize
    view = memoryview(bytearray(size * len(items))).cast(format)
    for i, item in enumerate(items):
        view[i] = item
    return view

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
v("B", 1, 2) == v("b", 1, 2)
v("B", 200) == v("b", -56)
v("i", 0, 0) == v("f", 0, 0)
v("i", 0, 0) == v("I", 0, 0)
v("i", 0, 0) == v("h", 0, 0)
v("h", 1, 2) == v("i", 1, 2)
v("h", 1, 2) == v("d", 1, 2)
v("?", 1, 0) == v("B", 1, 0)
v("?", 1, 0) == v("c", b"\x01", b"\0")
v("c", b"a") == b"a"
v("B", 97) == b"a" == bytearray(v("B", 97))
v("B", 97) == "a"
v("B") == b"", v("i") == b"", v("B") == v("d")
v("B", 1, 2, 3, 4)[::-1] == bytes([4, 3, 2, 1])
v("B", 1, 2, 3, 4).cast("B", [2, 2]) == v("B", 1, 2, 3, 4)
v("B", 1, 2, 3, 4).cast("B", [2, 2]) == v("b", 1, 2, 3, 4).cast("B").cast("B", [2, 2])
v("d", float("nan")) == v("d", float("nan"))
v("B", 1) != v("B", 2), v("B", 1) != 1
v("B", 1) < v("B", 2)
v("B", 1) <= b""
b"" < v("B", 1)
bytearray(b"a") < v("B", 98), v("B", 98) > bytearray(b"a")
""")
