# encode to UTF-8, ASCII, Latin-1, UTF-16 and UTF-32 with error handlers

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


print("aé😀".encode(), "aé😀".encode("utf-16"), "aé😀".encode("utf-16-le"), "aé😀".encode("utf-16-be"), "a".encode("utf-32"), "a".encode("utf-32-le"), "é".encode("latin-1"), "abc".encode("ascii"), "é".encode("utf8"), "é".encode("UTF_8"), "é".encode("Latin1"), "é".encode("iso-8859-1"), "".encode())
for name in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogateescape", "surrogatepass", "nonsense"):
    for text in ("aé€b", "x😀", "\ud800!", "\udcff"):
        for encoding in ("ascii", "latin-1", "utf-8"):
            print(name, ascii(text), encoding, end=" ")
            show(text.encode, encoding, name)
show("a".encode, "nonsense")
show("a".encode, 1)
show("a".encode, "utf-8", 1)
show("é".encode, errors="ignore", encoding="ascii")
try:
    "abcé€def".encode("ascii")
except UnicodeEncodeError as error:
    print(error.encoding, ascii(error.object), error.start, error.end, error.reason, type(error).__mro__[1:4])
