# What the conversions take
class WithBytes:
    def __bytes__(self):
        return b"wb"

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
b"%s|%b" % (b"a", bytearray(b"b"))
b"%s" % memoryview(b"ab")
b"%b" % WithBytes()
b"%s" % "a"
b"%b" % 1
b"%s" % None
b"%a|%r" % ("\u00e9", "\u00e9")
b"%c%c%c" % (97, b"b", bytearray(b"c"))
b"%c" % 256
b"%c" % -1
b"%c" % b"ab"
b"%c" % "a"
b"%c" % 1.0
b"%d %i %u" % (1.9, True, -5)
b"%d" % "1"
b"%i" % "1"
b"%u" % "1"
b"%x" % 1.5
b"%x %#o %X" % (255, 8, 255)
b"%5.1f|%-6d|%+d|% d|%06d" % (1.25, 3, 4, 5, -6)
b"%e %G %g" % (1.5, 1e100, 1e-5)
b"%f" % b"1"
b"%10s|%-10s|%.2s" % (b"abc", b"abc", b"abc")
bytearray(b"%d") % 5
b"%(a)s %(b)d" % {b"a": b"x", b"b": 5}
b"%(a)s" % {"a": b"x"}
b"%*d|%-*d|%.*f" % (5, 1, 5, 1, 2, 1.0)
""")
