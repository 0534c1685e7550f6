# A sigma at the end of a word is another one

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
"\u03a3".lower()
"A\u03a3".lower()
"A\u03a3B".lower()
"A\u03a3 B\u03a3".lower()
"A\u03a3\u0301".lower(), "A\u03a3\u0301B".lower()
"A\u0301\u03a3".lower(), "\u0301\u03a3".lower()
"A\u03a3.".lower(), "A\u03a3'b".lower(), "A\u03a3\u00ad".lower()
"a\u03a3\u03a3".lower(), "\u03a3\u03a3".title(), "ab\u03a3".capitalize()
"\u03a3A".swapcase(), "A\u03a3".swapcase()
"1\u03a3".lower(), "A1\u03a3".lower(), "\u02b0\u03a3".lower()
""")
