# Start and end of searches
class Index:
    def __init__(self, value):
        self.value = value
    def __index__(self):
        return self.value

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
"abcabc".find("c", 3), "abcabc".find("c", -3), "abcabc".find("c", None, 3), "abcabc".find("c", 0, -4)
"abc".find("", 3), "abc".find("", 4), "abc".rfind(""), "abc".rfind("", 0, 2), "abc".find("", 2, 1)
"abc".count(""), "abc".count("", 1), "abc".count("", 3), "abc".count("", 4), "aaaa".count("aa")
"abc".startswith("", 3), "abc".startswith("", 4), "abc".endswith("", 0, 0), "abc".startswith("c", -1)
"\U0001f600a\U0001f600b".find("\U0001f600", 1), "\U0001f600a\xe9".index("\xe9"), "\U0001f600a".rfind("a")
"abc".find("b", 1 << 80), "abc".find("b", -(1 << 80), 1 << 80), "abc".find("b", Index(1))
"abc".find("b", 1.0)
"abc".find("b", "1")
"abc".index("z")
"abc".rindex("z")
"abc".find(1)
"abc".find(b"b")
"abc".find()
"abc".find("a", 1, 2, 3)
"abc".count(None)
1 in "abc"
"abc".startswith(("x", 1))
"abc".startswith(("a", 1))
"abc".startswith(["a"])
"abc".endswith(1)
""")
