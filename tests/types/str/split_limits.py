# Splitting at separators and at space, from both ends

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
" a  b c ".split(), " a  b c ".split(None, 1), " a  b c ".rsplit(None, 1), " a  b c ".split(maxsplit=0)
" a  b ".split(" "), "a,b,,c".split(","), "a,b,,c".rsplit(",", 2), ",".split(","), "".split(","), "".split()
"a--b---c".split("--"), "a--b---c".rsplit("--"), "aXbXc".split(sep="X", maxsplit=-1)
"\u2003a\u3000b\x1f".split(), "a\u200bb".split(), "\U0001f600x\U0001f600".split("x")
"abc".split("")
"abc".split(1)
"abc".split(b"b")
"abc".split("b", "1")
"abc".split("b", 1, 2)
"abc".rsplit("")
"abc".replace("b", "x", count=1), "aaa".replace("a", "b", 2), "abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x")
"abc".replace("b", 1)
"abc".replace("b")
"abc".replace("b", "c", 1.0)
""")
