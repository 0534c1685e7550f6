# Indices of views with several dimensions
m = memoryview(bytearray(range(24)))
v = m.cast("B", [2, 3, 4])

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
v[1, 2, 3]
v[-1, -2, -3]
v[0, 0, 0]
v[2, 0, 0]
v[0, 3, 0]
v[0, 0, -5]
v[1]
v[1, 2]
v[0, 0, 0, 0]
v[0:1].shape
v[::-1].tolist()
v[0:1, 0:1]
v[0, 0:1]
v["a"]
v[1, "a", 2]
v[None]
v[...]
v[()]
v[1.0, 0, 0]
len(v)
list(v)
iter(v)
0 in v
""")
