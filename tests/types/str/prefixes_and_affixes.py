# removeprefix, removesuffix, strip, partition
class Sub(str): pass

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
"abcabc".removeprefix("abc"), "abcabc".removesuffix("abc"), "abc".removeprefix("x"), "abc".removesuffix("")
"abc".removeprefix("abc"), "abc".removeprefix("abcd"), Sub("abc").removeprefix("x"), type(Sub("abc").removeprefix("x")).__name__
"abc".removeprefix(("a",))
"abc".removesuffix(b"c")
"  \u2003\x1c a \x85\u3000".strip(), "xyaxy".strip("yx"), "\U0001f600a\U0001f600".strip("\U0001f600"), "aaa".strip("a")
"abc".strip("")
"abc".strip(1)
"abc".strip("a", "c")
"a-b-c".partition("-"), "a-b-c".rpartition("-"), "abc".partition("-"), "abc".rpartition("-")
"abc".partition("")
"abc".rpartition(1)
"abc".partition()
""")
