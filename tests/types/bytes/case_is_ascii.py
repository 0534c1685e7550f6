# Case and character classes know ASCII alone
def every(name):
    return bytes(i for i in range(256) if getattr(bytes([i]), name)()).hex()

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
every('isalnum')
every('isalpha')
every('isascii')
every('isdigit')
every('islower')
every('isspace')
every('istitle')
every('isupper')
b"a\xe9B \xc0z".upper(), b"A\xc9b".lower(), b"aB\xe9".swapcase()
b"hello wORLD it's 3rd".title(), b"hELLO".capitalize(), b"\xe9ab".title()
b"".isalpha(), b"".isascii(), b"".islower()
b"aB".islower(), b"a1".islower(), b"1".islower(), b"A1".isupper()
b"Ab Cd".istitle(), b"AB".istitle(), b"A1b".istitle(), b"A1B".istitle()
""")
