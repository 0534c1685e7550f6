# A wrong token further on is reported before an error that the parser found by itself
def show(source):
    try:
        compile(source, "<t>", "exec")
    except SyntaxError as e:
        print(repr(source), "|", e.msg, e.lineno, e.offset)
show("x = b'a' 'b'\ny = 1__0\n")
show("x = b'a' 'b'\n")
show("x = b'a' 'b'\ny = 'abc\n")
show("x = b'a' 'b'\ny = 5 $ 3\n")
show("x = b'a' 'b'\ny = ([)]\n")
show("x = b'a' 'b'\nif 1:\n\tx\n        y\n")
show("x = (b'a' 'b'\n")
