# bytearray in-place operators keep identity; self-assignment and self-extension
b = bytearray(b"abc")
alias = b
b += b"d"
b *= 2
print(alias is b, alias)
b.extend(b)
print(b)
b[2:4] = b
print(len(b), b)
b[:] = b[::-1]
print(b[:8])
b = bytearray(b"xyz")
b.extend(x for x in b"12")
print(b)
try:
    b += "str"
except TypeError as error:
    print(error)
try:
    b += [1]
except TypeError as error:
    print(error)
try:
    b.extend([1, 2, 256])
except ValueError as error:
    print(error)
print(b)
class BA(bytearray):
    def __init__(self, *args):
        super().__init__(*args)
        self.tag = "t"
c = BA(b"q")
c += b"r"
print(c, type(c), c.tag, type(c + b"s"), type(c[:]), type(c.copy()), c == b"qr", b"qr" == c)
for i, byte in enumerate(c):
    if i < 5:
        c.append(byte + 1)
print(c)
it = iter(c)
next(it)
c.clear()
print(list(it), list(it))
print(bytearray(b"abc") == bytearray(b"abc"), bytearray(b"a") < b"b", bytearray(5), bytearray([1, 2]), bytearray("é", "utf-8"), bytearray(b"abc").hex(), bytearray.fromhex("6162"))
