# What an error of encoding or decoding says of itself
def facts(function, *args):
    try:
        return function(*args)
    except UnicodeError as error:
        return type(error).__name__, error.args, error.encoding, error.start, error.end, error.reason, str(error)

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
facts("ab\u20ac\u20acc".encode, "latin-1")
facts("\ud800".encode)
facts("\u0100".encode, "ascii")
facts(b"a\xffb".decode)
facts(b"ab\xc3".decode, "utf-8")
facts(b"\x80\x81".decode, "ascii")
facts(b"\xff\xfe\x00".decode, "utf-16")
facts(b"\\x".decode, "unicode_escape")
"a".encode("nope")
"a".encode("a\0b")
"a".encode(1)
"a".encode("ascii", 1)
"\xe9".encode("ascii", "nope")
"a".encode("ascii", "nope")
b"".decode("nope")
"x".encode(encoding="ascii", errors="ignore", other=1)
""")
