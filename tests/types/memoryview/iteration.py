# Iterating, searching and counting
m = memoryview(bytearray(range(24)))

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
list(m[:4]), list(reversed(m[:4])), sum(m)
next(iter(memoryview(b"")), "end")
[*memoryview(b"ab").cast("c")]
5 in m, 300 in m, "a" in m, b"a" in memoryview(b"abc").cast("c")
sorted(m[3::-1]), max(m), min(m)
iter(m).__length_hint__()
type(iter(m)).__name__
m()
m + m
m * 2
-m
m.nope
memoryview()
memoryview(1)
memoryview("a")
memoryview([1])
memoryview(b"a", b"b")
memoryview(object=b"a").tolist()
memoryview(memoryview(b"ab")[1:]).tolist()
""")
