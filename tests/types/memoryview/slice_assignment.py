# Assigning to slices: overlapping, reversed and stepped
def attempt(text, make=lambda data: memoryview(data)):
    data = bytearray(b"abcdefgh")
    try:
        exec(text, {"x": make(data)})
        print(text, bytes(data))
    except Exception as error:
        print(text, type(error).__name__, error)

for text in ("x[:] = b'12345678'", "x[2:4] = b'zz'", "x[2:4] = b'z'", "x[2:4] = b'zzz'", "x[::2] = b'1234'", "x[::-1] = b'12345678'",
             "x[1:] = x[:-1]", "x[:-1] = x[1:]", "x[::-1] = x", "x[::2] = x[1::2]", "x[2:2] = b''", "x[2:2] = b'a'", "x[:2] = 'ab'",
             "x[:2] = [1, 2]", "x[:2] = 1", "x[:2] = bytearray(b'qq')", "x[:2] = memoryview(b'q-r-')[::2]", "x[:2] = memoryview(b'qq').cast('c')",
             "x[:2] = memoryview(b'qqqq').cast('h')", "x[::0] = b''", "x[0] += 1", "del x[0:1]", "x[...] = b''", "x[()] = b''"):
    attempt(text)
attempt("x[0:2] = memoryview(b'1234').cast('h')", lambda data: memoryview(data).cast("h"))
attempt("x[0:2] = b'1234'", lambda data: memoryview(data).cast("h"))
