# A bytearray with views can change its bytes, but not its size
def attempt(text):
    data = bytearray(b"abcdefgh")
    views = [memoryview(data), memoryview(data)[1:3]]
    views[0].release()
    try:
        exec(text, {"data": data})
        print(text, "->", data)
    except Exception as error:
        print(text, "->", type(error).__name__, error)

for text in ("data.append(1)", "data.extend(b'')", "data.extend(b'1')", "data += b''", "data += b'1'", "data *= 1", "data *= 2", "data *= 0",
             "data.insert(0, 1)", "data.pop()", "data.remove(97)", "data.reverse()", "data.clear()", "data[1:2] = b'xx'", "data[1:2] = b'y'",
             "data[::2] = b'1234'", "del data[1:1]", "del data[1:2]", "del data[::2]", "del data[0]", "data[0] = 90", "data.__init__(b'1')",
             "data.copy().append(1)", "data[2:4] = data[4:6]"):
    attempt(text)
data = bytearray(b"ab")
view = memoryview(data)[1:]
del view
data.append(99)
iterator = iter(memoryview(data))
next(iterator)
try:
    data.append(1)
except BufferError as error:
    print(error)
del iterator
data.append(100)
print(data)
