# from_bytes takes bytes, buffers and iterables
class Sub(int): pass

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
int.from_bytes(b""), int.from_bytes(b"\xff\x00"), int.from_bytes(b"\xff\x00", "little"), int.from_bytes(b"\xff\x00", signed=True)
int.from_bytes(bytearray(b"ab")), int.from_bytes(memoryview(b"abcd")[::2]), int.from_bytes([1, 2]), int.from_bytes(x for x in (1, 2))
int.from_bytes(b"\x80" + bytes(20), signed=True) == -(1 << 167), int.from_bytes(bytes=b"a", byteorder="big")
Sub.from_bytes(b"a"), type(Sub.from_bytes(b"a")).__name__, bool.from_bytes(b"a"), bool.from_bytes(b"\0")
int.from_bytes(b"a", "x")
int.from_bytes(b"a", 1)
int.from_bytes("a")
int.from_bytes([256])
int.from_bytes(["a"])
int.from_bytes(5)
int.from_bytes(None)
int.from_bytes()
""")
