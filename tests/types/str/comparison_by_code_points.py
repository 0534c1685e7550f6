# Texts compare by code points, without normalisation

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
"\uffff" < "\U00010000", "\ud800" < "\ue000" < "\U0010ffff"
"\ud83d\ude00" == "\U0001f600", len("\ud83d\ude00"), "\ud83d\ude00" < "\U0001f600"
"\xe9" == "e\u0301", "\xe9" > "e\u0301", "\xdf" == "ss"
"a" < "ab" < "b", "" < "\0", "Z" < "a"
sorted(["\xe9", "z", "e\u0301", "\U0001f600", "\ud800", "", "\uffff"])
max("a\U0001f600\uffff"), min("a\xe9A")
"a" == b"a", "a" != 1, "a" == 97
"a" < 1
"a" >= b"a"
"a" < None
hash("\ud800") == hash("\ud800"[:]), {"\ud800": 1}["\ud800"]
"\ud83d" + "\ude00" == "\ud83d\ude00", "\ud83d" in "\ud83d\ude00", "\ude00" in "\U0001f600"
""")
