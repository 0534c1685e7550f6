# Places of syntax errors in texts without a line end, for eval and single statements
def show(source, mode):
    try:
        compile(source, "<t>", mode)
        print(ascii(source), mode, "ok")
    except SyntaxError as e:
        print(ascii(source), mode, type(e).__name__, e.msg, e.lineno, e.offset, ascii(e.text), e.end_lineno, e.end_offset)
for mode in ("exec", "eval", "single"):
    for source in ("\ufeffx", "", " ", "\n", "#", "# c\n", "\\", "\\\n", "1 +", "1 +\n", "x y", "(", "(\n", "'abc", "'''abc", "f'{", "1\n2", "1\n2\n", "\n\n\n1+", "def f(): pass", "def f():\n  pass", "def f(): pass\n", "if 1:", "if 1:\n", "if 1:\n pass\nelse:", "@a", "x;", "  1", "x\n  ", "x #c", "return", "b'' f''", "try: pass\nexcept: pass", "0777"):
        show(source, mode)
for source in (b"\xff", b"x=1\n\xff", b"x='\xc3'", b"# coding: latin-1\nx='\xe9'", b"# coding: nonsense\n", b"\xef\xbb\xbf# coding: latin-1\n", b"\xef\xbb\xbfx"):
    show(source, "exec") if source[:3] != b"x='" else None
