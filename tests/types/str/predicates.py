# The is… predicates over Unicode
samples = ["", "abc", "ABC", "Abc Def", "abc1", "123", "²", "½", "٣", "Ⅷ", "一", "ⓐ", " ", "\t\n", "\u3000", "\xa0", "\x1c", "\u200b", "_", "a_b", "1a", "é", "ǅ", "a b", "\x00", "\x7f", "\ud800", "Á1", "ªº", "\u0345", "𝟘", "😀", "ab\n", "class", "ℼ", "·a", "a·", "℘", "㈠", "-1", "İ", "Ab", "AB1", "Hello World1", "Hello world", "ǆ"]
names = ["isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper"]
for text in samples:
    print(ascii(text), [name for name in names if getattr(text, name)()])
for code in range(0x80, 0x2100, 37):
    print(hex(code), "".join(str(int(getattr(chr(code), name)())) for name in names))
