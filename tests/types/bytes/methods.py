# Methods that bytes share with str, on ASCII

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


check("b'Hello World'.upper()", "b'Hello \\xe9'.lower()", "b'hello world'.title()", "b'hELLO'.capitalize()", "b'aB'.swapcase()", "b'abc'.isalpha()", "b'\\xe9'.isalpha()", "b'12'.isdigit()", "b'a1'.isalnum()", "b' \\t'.isspace()", "b'\\x1c'.isspace()", "b'\\x85'.isspace()", "b'Ab'.istitle()", "b'ab'.islower()", "b'AB'.isupper()", "b'\\x80'.isascii()", "b'a b  c'.split()", "b'a,b,,c'.split(b',')", "b'a,b,c'.rsplit(b',', 1)", "b'abc'.split('b')", "b'abc'.split(b'')", "b' a b '.split(None, 1)", "b'a\\x0bb'.split()", "b'abc'.isidentifier()", "b'x'.zfill(3)", "b'a'.casefold()", "b'a'.encode()", "'a'.decode()", "b'a'.format()", "b'abc'.join([])", "b'\\n'.join([b'a', b'b'])", "b'a'.isdecimal()", "b''.isalpha()", "b''.isascii()", "b'they\\'re'.title()", "b'1a2b'.title()")
for name in ("upper", "lower", "title", "capitalize", "swapcase"):
    print(name, getattr(bytes(range(256)), name)() == getattr(bytes(range(128)), name)() + bytes(range(128, 256)))
for name in ("isalpha", "isdigit", "isalnum", "isspace", "islower", "isupper"):
    print(name, bytes(c for c in range(256) if getattr(bytes([c]), name)()))
