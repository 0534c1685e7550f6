# What can be searched for
both = lambda f: [f(b) for b in (b"abcabc", bytearray(b"abcabc"))]

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
both(lambda b: (b.find(b"bc"), b.find(98), b.find(b""), b.find(b"z")))
both(lambda b: (b.rfind(b"bc"), b.rfind(98), b.rfind(b"")))
both(lambda b: (b.index(99), b.rindex(99), b.count(99), b.count(b"c", 3), b.count(b"")))
both(lambda b: (98 in b, b"ca" in b, bytearray(b"x") in b, memoryview(b"ab") in b))
b"abc".find(256)
b"abc".find(-1)
b"abc".find("b")
b"abc".find(None)
b"abc".find(1.0)
b"abc".find(True)
b"abc".index(b"z")
b"abc".rindex(b"z")
b"abc".count("a")
"a" in b"abc"
300 in b"abc"
None in bytearray(b"abc")
b"abc".find(b"", 3), b"abc".find(b"", 4), b"abc".find(b"", -1)
b"abc".find(b"b", 1, 2), b"abc".find(b"b", 2), b"abc".find(b"b", -2, None)
b"abc".find(b"b", 1.0)
b"abc".find(b"b", 1 << 80), b"abc".find(b"b", -(1 << 80))
b"abc".find()
""")
