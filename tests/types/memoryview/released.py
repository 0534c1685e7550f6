# A released view refuses everything but releasing and comparing
for text in ("len(x)", "x[0]", "x[:]", "x.tolist()", "x.tobytes()", "x.hex()", "x.cast('B')", "x.obj", "x.format", "x.itemsize", "x.ndim",
             "x.shape", "x.strides", "x.suboffsets", "x.readonly", "x.nbytes", "x.contiguous", "x.toreadonly()", "hash(x)", "x == x",
             "x == b''", "x != x", "x == memoryview(b'')", "list(x)", "bytes(x)", "memoryview(x)", "repr(x)[:17]", "x.__enter__()",
             "x.__exit__(None, None, None)", "x.release()", "bool(x)", "b''.join([x])", "x.__setitem__(0, 1)"):
    x = memoryview(bytearray(b"abc"))
    x.release()
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
