# Slices are assigned from bytes, buffers and iterables of ints
def run(text):
    b = bytearray(b"abcd")
    try:
        exec(text, {"b": b})
    except Exception as error:
        return bytes(b), type(error).__name__, str(error)
    return bytes(b)

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
run('b[1:2] = b"XYZ"')
run('b[1:2] = b""')
run('b[:] = b')
run('b[1:1] = b')
run('b[2:1] = b"Q"')
run('b[1:3] = [65, 66, 67]')
run('b[1:3] = [256]')
run('b[1:3] = ["a"]')
run('b[1:3] = "ab"')
run('b[1:3] = 5')
run('b[1:3] = None')
run('b[1:3] = 1.5')
run('b[1:3] = range(3)')
run('b[::2] = b"XY"')
run('b[::2] = b"X"')
run('b[::2] = b""')
run('b[::-1] = b"1234"')
run('b[::-1] = b')
run('b[::2] = (1, 2)')
run('b[1:3] = memoryview(b"xyz")')
run('b[0] = 90')
run('b[0] = 256')
run('b[0] = "a"')
run('b[0] = b"a"')
run('b[9] = 1')
run('b["a"] = 1')
run('b[1.0] = 1')
run('b[None] = 1')
run('b[1 << 70] = 1')
run('b[::0] = b""')
""")
