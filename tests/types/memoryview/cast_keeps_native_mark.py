# A format may be written with an @, which stays
m = memoryview(bytearray(range(24)))

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
m.cast("@i").format
m.cast("@i")[1:].format
m.cast("@B").cast("B").format
m.cast("@i").cast("@B").format
m.cast("@i") == m.cast("i")
m.cast("@i").toreadonly().format
m.cast("@h").tolist() == m.cast("h").tolist()
hash(memoryview(b"ab").cast("@B")) == hash(b"ab")
""")
