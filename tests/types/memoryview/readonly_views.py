# Views of bytes, and those made read-only, cannot be written through
m = memoryview(bytearray(range(24)))
r = memoryview(b"abc")

def put(view, key, value):
    view[key] = value

def remove(view):
    del view[0]

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
r.readonly, m.readonly, m.toreadonly().readonly, m[1:].toreadonly().readonly
put(r, 0, 1)
put(r, slice(0, 1), b"a")
put(m.toreadonly(), 0, 1)
put(m.toreadonly().cast("i"), 0, 1)
put(m, 0, 1)
m.toreadonly().obj is m.obj
m.toreadonly()[0]
remove(r)
remove(m)
""")
