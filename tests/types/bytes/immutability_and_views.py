# bytes as keys, slices, comparison with other buffers, subclass behaviour
b = b"\x00\x01\xfe\xff"
print(b[0], b[-1], b[1:3], list(b), b[::-1], b.hex(), bytes(reversed(b)), int.from_bytes(b), max(b), {b: 1}[bytes([0, 1, 254, 255])])
print(b == bytearray(b), bytearray(b) == b, b != bytearray(b"x"), b"a" < b"b" < b"ba" < bytearray(b"c"), sorted([b"b", b"a", b"", b"\xff", b"ab"]), b"a" == "a", b"a" in {"a": 1}, {b"a": 1, "a": 2})
class B(bytes):
    def __new__(cls, *args):
        self = super().__new__(cls, *args)
        self.made = True
        return self
    def __getitem__(self, i): return "item"
x = B(b"abc")
print(x, x.made, x[0], x + b"d", type(x + b"d").__name__, x.upper(), type(bytes(x)).__name__, x == b"abc", hash(x) == hash(b"abc"), list(x), len(x), x.__dict__, b"abc".join([x, x]), x.startswith(b"a"))
for operation in (lambda: b"a" + "b", lambda: b"a" + [1], lambda: b"a" * "b", lambda: b"a" < "b", lambda: b"abc".find("a"), lambda: b"a".join(["b"]), lambda: b"a".replace("a", b"b"), lambda: bytes(["a"]), lambda: b"%s" % "a", lambda: b"a".split("a"), lambda: "a" in b"a", lambda: b"ab".index(b"c"), lambda: b"ab".index(300), lambda: b"".fromhex("zz"), lambda: b"a".decode("x"), lambda: setattr(b"a", "x", 1), lambda: b"a".__setitem__):
    try:
        print(operation())
    except Exception as error:
        print(type(error).__name__, error)
print(b"a,b,c".split(b",", 1), b"  x ".strip(), b"x".center(5, b"-"), b"Ab".swapcase(), b"a\nb".splitlines(), b"abc".translate(bytes(range(1, 256)) + b"\0"), b"aXbX".rsplit(b"X", 1), b"abcabc".rindex(b"bc"), b"abc".partition(b"b"), b"\xe9".isalpha(), b"a1".isalnum())
