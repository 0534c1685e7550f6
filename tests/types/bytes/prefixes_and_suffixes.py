# startswith, endswith, removeprefix, removesuffix
both = lambda f: [f(b) for b in (b"abcabc", bytearray(b"abcabc"))]

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
both(lambda b: (b.startswith(b"ab"), b.endswith(b"bc"), b.startswith((b"x", b"a")), b.endswith(())))
both(lambda b: (b.removeprefix(b"ab"), b.removesuffix(b"bc"), b.removeprefix(b"x"), b.removesuffix(b"")))
b"abc".startswith("a")
b"abc".startswith(["a"])
b"abc".startswith((b"x", "a"))
b"abc".startswith(97)
b"abc".endswith(("c",))
b"abc".startswith(b"b", 1), b"abc".startswith(b"b", 1, 1), b"abc".startswith(b"", 5)
b"abc".startswith(bytearray(b"a")), b"abc".endswith(memoryview(b"c"))
b"abc".removeprefix("a")
b"abc".removesuffix(None)
b"abc".removeprefix(b"abc"), b"abc".removesuffix(b"abcd")
""")
