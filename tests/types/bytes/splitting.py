# split, rsplit, partition, splitlines
both = lambda f: [f(b) for b in (b"abcabc", bytearray(b"abcabc"))]

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
both(lambda b: (b.split(b"b"), b.rsplit(b"b", 1), b.split(None, 1), b.partition(b"b"), b.rpartition(b"z")))
b" a  b ".split(), b" a  b ".rsplit(None, 1), b" a  b ".split(b" ")
b"\x1c\x85a\x0bb\x0c".split(), b"a\x00b".split()
b"a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h".splitlines()
b"a\n\nb\n".splitlines(), b"a\n\nb\n".splitlines(True), b"".splitlines()
b"abc".split(b"")
b"abc".split("b")
b"abc".split(98)
b"abc".split(b"b", "1")
b"abc".rsplit(b"")
b"abc".partition(b"")
b"abc".partition("b")
b"abc".rpartition(b"")
b"a,b,c".split(sep=b",", maxsplit=1), b"a,b,c".rsplit(sep=b",", maxsplit=1)
b"aXbXc".split(bytearray(b"X")), type(bytearray(b"aXb").split(b"X")[0]).__name__
bytearray(b"ab").partition(b"b")
""")
