# Decoding of bytes: UTF-8 errors and their positions, error handlers

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


samples = [b"abc", b"\xc3\xa9", b"\xff", b"a\xc3", b"\xe2\x82", b"\xe2\x82\xac", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"\xf0\x9f\x98", b"\xf4\x90\x80\x80", b"\xc0\x80", b"\x80abc", b"a\xe2\x28\xa1b", b"\xf8\x88\x80\x80\x80", b"\xef\xbb\xbfx", b"a\xffb\xfec", b"\xf0\x80\x80\x80", b"\xe0\x80\x80", b"\xc3\xc3\xa9"]
for raw in samples:
    for name in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
        print(raw, name, end=" ")
        try:
            print(ascii(raw.decode("utf-8", name)))
        except UnicodeDecodeError as error:
            print(error)
print(ascii(b"\xed\xa0\x80".decode("utf-8", "surrogatepass")), b"\xff\xfea\x00".decode("utf-16"), b"a\x00".decode("utf-16-le"), b"\xe9".decode("latin-1"), b"\xef\xbb\xbfx".decode("utf-8-sig"))
show(b"\xe9".decode, "ascii")
show(b"\xe9".decode, "ascii", "replace")
show(b"a".decode, "utf-16")
show(b"\x00\xd8".decode, "utf-16-le")
show(b"abc".decode, "utf-32")
show(b"a".decode, "nonsense")
show(bytearray(b"\xc3\xa9").decode)
show(b"a".decode, encoding="ascii", errors="strict")
try:
    b"abc\xffdef".decode()
except UnicodeDecodeError as error:
    print(error.encoding, error.object, error.start, error.end, error.reason)
raw = bytes(range(256))
print(raw.decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape") == raw, raw.decode("latin-1").encode("latin-1") == raw)
