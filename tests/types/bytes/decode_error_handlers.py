# What each error handler makes of malformed bytes
samples = {
    "ascii": [b"a\x80b", b"\xff"],
    "utf-8": [b"\xff", b"\xc3(", b"\xe2\x82", b"\xe2\x82x", b"\xf0\x9f\x98x", b"\xed\xa0\x80", b"\xc0\x80", b"\xf4\x90\x80\x80", b"a\x80\x80b"],
    "utf-16-le": [b"a", b"\x00\xd8", b"\x00\xd8a\x00", b"\x00\xdcb\x00"],
    "utf-16": [b"\xff\xfea", b"\xfe\xff\xd8\x00\x00a", b"a\x00"],
    "utf-32-be": [b"\x00\x00\x00", b"\x00\x11\x00\x00", b"\x00\x00\xd8\x00"],
    "cp1252": [b"\x80\x81"],
    "unicode_escape": [b"\\x4", b"\\u12", b"\\U00110000", b"\\N{nope}", b"\\"],
    "raw_unicode_escape": [b"\\u12", b"\\U00110000", b"\\x41"],
}
for encoding, cases in samples.items():
    for data in cases:
        for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogatepass", "xmlcharrefreplace", "nope"):
            try:
                print(encoding, data, errors, ascii(data.decode(encoding, errors)))
            except (UnicodeError, TypeError, LookupError) as error:
                print(encoding, data, errors, type(error).__name__, error)
