# compile() of NUL, invalid UTF-8, marks and odd encodings
samples = [b"\0", b"a\0b", b"x = 1\0", b"\xff", b"\xfe\xff\0a", b"x = '\xff'", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xef\xbb\xbf", b"\xef\xbb\xbfx = 1", b"\xef\xbb\xbf\xef\xbb\xbfx", b"\xef\xbb", b"# coding: utf-8\nx = '\xc3\xa9'", b"# coding: nonsense\n", b"# coding: utf-16\n", b"\xef\xbb\xbf# coding: latin-1\n", b"x = '\xe2\x80\xa8'", b"\x1a", b"\x0c", b"\x7f", b"\x80", b"'\0'", b"#\0", b"\\\0", b"\xc2\xa0x", b"\xe2\x80\x8bx", b"\r\n\r\n", b"x = 1\r", b"'''\0'''", b"", b"\n", b"\t", b"b'\xc3\xa9'"]
for raw in samples:
    try:
        compile(raw, "<bytes>", "exec")
        print(raw, "ok")
    except (SyntaxError, ValueError) as error:
        print(raw, type(error).__name__)
for text in ("\0", "'\0'", "\ud800", "'\ud800'", "# \udfff", "\ufeff", "\ufeff\ufeff", "\uffff", "\U0010ffff", "x\u0000", "\u202e", "ª = 1", "ℼ = 1", "𝐱 = 1", "x\u0301 = 1"):
    for function in (exec, eval, lambda t: compile(t, "<text>", "exec")):
        try:
            function(text)
            print(ascii(text), "ok")
        except (SyntaxError, UnicodeError) as error:
            print(ascii(text), type(error).__name__)
