# Padding with any one character

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
"ab".center(7, "*"), "ab".center(6, "*"), "abc".center(6, "*"), "abc".center(7, "*")
"\xe9".ljust(4, "\U0001f600"), "\U0001f600".rjust(3, "\xe9"), "a".center(4, "\ud800")
"abc".center(2), "abc".ljust(-5), "".center(3, ".")
"-5".zfill(5), "+5".zfill(5), "--5".zfill(6), "5".zfill(-1), "\u22125".zfill(5), "\xe9".zfill(3)
"a".center(5, "")
"a".center(5, "ab")
"a".center(5, b"*")
"a".ljust("5")
"a".rjust(5.0)
"a".ljust(1 << 70)
"a".zfill("5")
"a".center()
""")
