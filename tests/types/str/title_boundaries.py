# Words begin behind everything that has no case

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
"hello wORLD it's 3rd x_y".title()
"\u01c4 \u01c6ab \ufb01n \xdfa".title()
"a\u0301b a\u02bcb a\xb7b a\u2019b".title()
"\u00aaa\u00ba b\u2160c \u24d0d".title()
"\u10d0\u10d1 \u10a0b".title()
"A1b Cd".istitle(), "A1B".istitle(), "\u01c5b".istitle(), "\u01c4b".istitle()
"".istitle(), "1".istitle(), "Ab\u00aa".istitle(), "\u2160b".istitle()
"\u01c5".isupper(), "\u01c5".islower(), "\u01c5A".isupper()
""")
