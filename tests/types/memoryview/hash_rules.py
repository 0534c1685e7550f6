# Only read-only views of single bytes have a hash, that of the bytes

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
hash(memoryview(b"abc")) == hash(b"abc")
hash(memoryview(b"abc")[::-1]) == hash(b"cba")
hash(memoryview(b"abc").cast("c")) == hash(b"abc")
hash(memoryview(b"abcd").cast("b", [2, 2])) == hash(b"abcd")
hash(memoryview(b"abcd").cast("i"))
hash(memoryview(bytearray(b"abc")))
hash(memoryview(bytearray(b"abc")).toreadonly())
{memoryview(b"k"): 1}[b"k"]
{b"k": 1}[memoryview(b"k")]
""")
