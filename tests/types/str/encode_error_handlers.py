# What each error handler makes of text that cannot be encoded
samples = ["abc", "\xe9", "\ud800", "a\udc80b", "\U0001f600", "\ud83d\ude00", "\u20ac\x81", "\u0100\u20ac", "a\xe9\xe9b\xe9"]
for text in samples:
    for encoding in ("ascii", "latin-1", "cp1252", "utf-8", "utf-16-le", "utf-32-be"):
        for errors in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogatepass", "nope"):
            try:
                print(ascii(text), encoding, errors, text.encode(encoding, errors))
            except (UnicodeError, LookupError) as error:
                print(ascii(text), encoding, errors, type(error).__name__, error)
