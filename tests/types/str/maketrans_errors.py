# Tables from dictionaries and from pairs of texts

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
str.maketrans("ab", "xy")
str.maketrans("ab", "xy", "c")
str.maketrans("aa", "xy")
str.maketrans("", "", "abc")
str.maketrans({"a": 1, 98: "zz", "c": None})
str.maketrans("ab", "x")
str.maketrans({"ab": 1})
str.maketrans({"": 1})
str.maketrans({1.0: 1})
str.maketrans("a")
str.maketrans(1)
str.maketrans("a", 1)
str.maketrans(1, "b")
str.maketrans("a", "b", 1)
str.maketrans({}, "b")
str.maketrans()
""")
