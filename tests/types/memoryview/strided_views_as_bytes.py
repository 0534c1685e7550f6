# What wants bytes in one piece does not take a stepped view
v = memoryview(b"1-2-")[2::-2]

def extended(view):
    data = bytearray()
    data.extend(view)
    return data

def assigned(view):
    data = bytearray(b"abc")
    data[1:2] = view
    return data

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
b"".join([v])
b"x" + v
bytearray(b"x") + v
int(v)
float(v)
str(v, "ascii")
b"abc".find(v)
b"abc".replace(v, b"")
b"abc".startswith(v)
v in b"abc"
b"abc".split(v)
b"abc".strip(v)
extended(v)
bytes(v), bytearray(v), list(v)
b"%b|%s" % (v, v)
int.from_bytes(v)
assigned(v)
bytearray(b"21") == v
""")
