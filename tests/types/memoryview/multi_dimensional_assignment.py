# Items of views with several dimensions can be assigned, parts cannot
def attempt(text):
    data = bytearray(b"abcdefgh")
    v = memoryview(data).cast("B", [2, 4])
    try:
        exec(text, {"v": v})
        print(text, data)
    except Exception as error:
        print(text, type(error).__name__, error)

for text in ("v[1, 2] = 65", "v[-1, -1] = 65", "v[0, 0] = 256", "v[0, 0] = 'a'", "v[2, 0] = 1", "v[0, 4] = 1", "v[0] = 1",
             "v[0:1] = b'1234'", "v[:] = b'12345678'", "v[0:1, 0:1] = 1", "v[0, 0, 0] = 1", "v[None] = 1", "del v[0]", "v['a'] = 1"):
    attempt(text)
