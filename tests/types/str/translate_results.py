# What a table may give for a code point
class Table:
    def __getitem__(self, key):
        if key == 98:
            raise LookupError
        return key - 32

class Failing:
    def __getitem__(self, key):
        raise ValueError(key)

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
"abc".translate({97: "xx", 98: None, 99: 0x1F600})
"abc".translate({97: 0x110000})
"abc".translate({97: -1})
"abc".translate({97: b"x"})
"abc".translate({97: 1.0})
"abc".translate({97: True})
"abc".translate({97: 0xD800})
"abc".translate({97: ""})
"abc".translate([])
"abc".translate("x" * 98 + "yz")
"abc".translate(Table())
"abc".translate(Failing())
"abc".translate(None)
"abc".translate()
"\u00e9\U0001f600".translate({0xE9: "e", 0x1F600: ":)"})
""")
