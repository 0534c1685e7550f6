# Methods of bytearray return bytearrays; comparison, search and resize
b = bytearray(b"Hello World")
for name, args in [("upper", ()), ("lower", ()), ("swapcase", ()), ("title", ()), ("capitalize", ()), ("strip", (b"Hd",)), ("lstrip", (b"H",)), ("rstrip", (b"d",)), ("replace", (b"o", b"00")), ("split", (b"o",)), ("rsplit", (b"o", 1)), ("partition", (b" ",)), ("rpartition", (b"o",)), ("splitlines", ()), ("center", (15, b"*")), ("ljust", (15,)), ("rjust", (15, b".")), ("zfill", (15,)), ("expandtabs", ()), ("removeprefix", (b"Hell",)), ("removesuffix", (b"ld",)), ("translate", (None, b"l")), ("join", ([b"a", b"b"],)), ("hex", ()), ("hex", (":",)), ("decode", ()), ("find", (b"o",)), ("rfind", (111,)), ("index", (b"W",)), ("rindex", (b"o",)), ("count", (b"l",)), ("startswith", (b"He",)), ("endswith", ((b"x", b"ld"),)), ("isalpha", ()), ("isascii", ()), ("istitle", ()), ("copy", ()), ("__len__", ()), ("__contains__", (72,)), ("__getitem__", (slice(1, 3),)), ("__mul__", (2,)), ("__add__", (b"!",)), ("__eq__", (b"Hello World",)), ("__mod__", (1,))]:
    try:
        print(name, getattr(b, name)(*args))
    except Exception as error:
        print(name, type(error).__name__, error)
print(b, bytearray(b"a") == b"a" == bytearray(b"a"), bytearray(b"b") > b"a", b"a" in bytearray(b"cat"), [bytearray(b"b"), b"a"] < [b"c"], sorted([bytearray(b"b"), b"a"]), bytes(b)[:5], bytearray(3), bytearray([1, 2]), bytearray("é", "utf-8"), bytearray(b"%d") % 5, bytearray(range(3)))
s = bytearray()
for i in range(500):
    s.append(i % 256)
    if i % 3 == 0: s.insert(0, 255)
    if i % 7 == 0: s.pop(len(s) // 2)
print(len(s), s[:4], s[-3:], sum(s), s.count(255))
while s: del s[::2]
print(s)
s += b"abc" * 3
del s[1:-1:3]
s[2:2] = s[:2]
s.extend(range(3))
s.remove(97)
s.reverse()
print(s, s.pop(), s.find(b"c"), s[::-1], s * 0, bool(s), list(s)[:3])
