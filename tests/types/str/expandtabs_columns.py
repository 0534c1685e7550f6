# Tabs reach to the next column; line ends begin anew

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
"a\tb\t\tc".expandtabs()
"a\tbcd\nxy\tz\r\t.".expandtabs(4)
"a\tb".expandtabs(0), "a\tb".expandtabs(-3), "a\tb".expandtabs(1)
"\u00e9\t\U0001f600\tx".expandtabs(4)
"a\x0bb\tc\x85d\te".expandtabs(4)
"\t".expandtabs(tabsize=2)
"\t".expandtabs("4")
"\t".expandtabs(1.0)
"\t".expandtabs(1 << 31)
"\t\t".expandtabs(3, 4)
""")
