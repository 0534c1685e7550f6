# Texts: fill, alignment, width and cut
class Sub(str): pass

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
[format("abc", s) for s in ("", "s", "5", "<5", ">5", "^6", "*^7", "é>5", ".2", "5.1", "<5.1s", ".0", "0", "05", "0<5", "10.3s")]
[ascii(format("\U0001f600\xe9", s)) for s in ("4", "\U0001f600>4", ".1", "x^5.1", "\ud800<4")]
[format(Sub("q"), s) for s in ("", "3", ".0")], [format(True, s) for s in ("", "d", "5", "<7", "n", "x")], [format(None, "")], [format(b"a", "")]
format("abc", "=5")
format("abc", "d")
format("abc", ",")
format("abc", "5.")
format("abc", "+")
format(True, "s")
format(b"a", "5")
format(None, "5")
format((), "5")
""")
