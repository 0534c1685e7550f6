# bytes leave comparing with others to them

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
b"a" == bytearray(b"a"), bytearray(b"a") == b"a"
b"a".__eq__(bytearray(b"a"))
b"a".__lt__(memoryview(b"b"))
bytearray(b"a").__eq__(b"a"), bytearray(b"a").__lt__(memoryview(b"b"))
b"a" < bytearray(b"b"), bytearray(b"a") >= b"b"
b"a" < memoryview(b"b")
b"a" < "b"
b"a" == "a", bytearray(b"a") == "a", b"a" == 97, b"a" == [97]
b"a" != memoryview(b"b")
sorted([b"b", bytearray(b"a"), b"ab"])
b"ab" < b"abc" < b"b"
""")
