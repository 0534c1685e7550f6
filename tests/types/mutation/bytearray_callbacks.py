# bytearray operations whose arguments change it
class I:
    def __init__(self, n, action): self.n, self.action = n, action
    def __index__(self):
        self.action()
        return self.n
b = bytearray(b"0123456789")
b[I(2, lambda: b.clear()):4] = b"ab"
print(b)
b = bytearray(b"0123456789")
try:
    b[I(9, lambda: b.clear())] = 65
except IndexError as error:
    print(error)
b = bytearray(b"0123456789")
try:
    b[0] = I(65, lambda: b.clear())
    print(b)
except IndexError as error:
    print(error, b)
b = bytearray(b"01")
b.extend(I(65 + i, lambda: b.append(48)) for i in range(2))
print(b)
b = bytearray(b"0123")
b.append(I(66, lambda: b.clear()))
print(b)
b = bytearray(b"0123")
b.insert(I(4, lambda: b.clear()), 67)
print(b)
b = bytearray(b"0123456789")
print(b[I(5, lambda: b.__delitem__(slice(3, None))):], b)
b = bytearray(b"0123456789")
try:
    print(b.pop(I(8, lambda: b.clear())))
except IndexError as error:
    print(error)
b = bytearray(b"abcabc")
for byte in b:
    if len(b) < 10: b.append(byte + 1)
print(b)
b = bytearray(b"abc")
b[:] = (b.pop() for _ in range(3))
print(b)
