# An iterator looks at the array as it is when it is asked
b = bytearray(b"abc")
seen = []
for byte in b:
    seen.append(byte)
    if len(seen) < 3:
        b.append(byte + 10)
print(seen, b)
b = bytearray(b"abcdef")
seen = []
for byte in b:
    seen.append(byte)
    del b[0]
print(seen, b)
it = iter(b)
print(it.__length_hint__(), next(it), it.__length_hint__())
b.clear()
print(it.__length_hint__(), next(it, "end"))
b.extend(b"xyz")
print(next(it, "still the end"))
it = iter(bytearray(b"abc"))
it.__setstate__(1)
print(list(it))
it = iter(b"abc")
it.__setstate__(-5)
print(list(it), it.__reduce__())
try:
    iter(b"").__setstate__("a")
except TypeError as error:
    print(error)
