# UTF-16 and UTF-32 with and without a mark

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
"a\U0001f600".encode("utf-16"), "a".encode("utf-32"), "a".encode("utf-8-sig")
"".encode("utf-16"), "".encode("utf-32"), "".encode("utf-8-sig"), "".encode("utf-16-be")
"\ufeffa".encode("utf-16-le"), "\ufeffa".encode("utf-8-sig")
b"\xff\xfea\x00".decode("utf-16"), b"\xfe\xff\x00a".decode("utf-16"), b"a\x00".decode("utf-16")
b"\xff\xfea\x00".decode("utf-16-le"), b"\xff\xfea\x00".decode("utf-16-be")
b"\xef\xbb\xbfa".decode("utf-8-sig"), b"\xef\xbb\xbfa".decode("utf-8"), b"\xef\xbb".decode("utf-8-sig", "replace")
b"\x00\x00\xfe\xff\x00\x00\x00a".decode("utf-32"), b"\xff\xfe\x00\x00".decode("utf-32")
b"\xff\xfe".decode("utf-16"), b"\xff".decode("utf-16", "replace")
b"=\xd8\x00\xde".decode("utf-16-le"), b"\x00\xde=\xd8".decode("utf-16-le", "replace")
"a".encode("UTF16"), "a".encode("utf_16_le"), "a".encode("U8"), "a".encode("L1"), "a".encode("us-ascii"), "a".encode("646")
""")
