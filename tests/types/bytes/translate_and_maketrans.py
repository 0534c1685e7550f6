# Tables of 256 bytes, and bytes to delete

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
b"abc".translate(bytes.maketrans(b"ab", b"xy"))
b"abc".translate(None, b"b")
b"abc".translate(bytes.maketrans(b"c", b"z"), b"a")
b"abc".translate(None, delete=b"abc")
bytearray(b"abc").translate(None, b"a")
b"abc".translate(bytearray(bytes.maketrans(b"a", b"A")))
b"abc".translate(memoryview(bytes(256)))
b"abc".translate(b"short")
b"abc".translate("x" * 256)
b"abc".translate(None, "a")
b"abc".translate({})
b"abc".translate()
bytes.maketrans(b"a", b"bc")
bytes.maketrans("a", b"b")
bytes.maketrans(b"a")
bytearray.maketrans(b"", b"") == bytes(range(256))
bytes.maketrans(b"aa", b"xy")[97:98]
""")
