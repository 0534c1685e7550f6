# repr of bytes and bytearray
print(b"", b"abc", b"it's", b'say "hi"', b"both ' and \"", b"\\", b"\t\n\r", b"\x00\x1f\x7f\x80\xff", bytes(range(32, 127)))
print(bytearray(), bytearray(b"a'b"), bytearray(b'\x00"\''), [b"x"], {b"k": bytearray(b"v")}, str(b"abc"), f"{b'abc'}", "%s" % b"abc", "%r" % b"a")
class B(bytes): pass
class BA(bytearray): pass
print(B(b"x"), BA(b"x"), repr(BA(b"a'")), str(B(b"q")), [B(b"1")])
for spec in ("", "5", "s"):
    for value in (b"a", bytearray(b"a")):
        try:
            print(format(value, spec))
        except TypeError as error:
            print(error)
print(b"a" b"b" rb"\n" b"\n", rb"\x00", br"\'", b"\101\60\0", b"\x41", b"""a
b""")
