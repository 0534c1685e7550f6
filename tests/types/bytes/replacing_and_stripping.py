# replace, strip and padding
both = lambda f: [f(b) for b in (b"abcabc", bytearray(b"abcabc"))]

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
both(lambda b: (b.replace(b"b", b"XX"), b.replace(b"b", b"", 1), b.replace(b"", b"-"), b.replace(b"", b"-", 3)))
both(lambda b: (b.strip(b"abc"), b.lstrip(b"a"), b.rstrip(b"c")))
b"  a\t\n\x0b\x0c\r ".strip(), b"\x1ca\x85".strip()
b"abc".replace("a", b"b")
b"abc".replace(b"a", "b")
b"abc".replace(97, b"b")
b"abc".replace(b"a", b"b", 1.0)
b"abc".replace(b"a", b"b", count=1)
b"abc".strip("a")
b"abc".strip(97)
b"ab".center(7), b"ab".center(6, b"*"), b"ab".ljust(5, b"-"), b"ab".rjust(5, bytearray(b"="))
b"ab".center(5, "*")
b"ab".center(5, b"**")
b"ab".center("5")
b"-12".zfill(6), b"+1".zfill(4), b"ab".zfill(1), bytearray(b"7").zfill(3)
b"a\tb\n\tc".expandtabs(4), b"a\tb".expandtabs(0), b"\t".expandtabs()
b"a".zfill("3")
""")
