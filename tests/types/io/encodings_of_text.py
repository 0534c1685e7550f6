# Text is read and written in its encoding, piece by piece, and errors are handled as asked
import io
import os

path = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"taipan-encodings-{os.getpid()}")
text = "plain, äöü, €uro, \U0001f40d\nsecond line\n" * 40


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for encoding in ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]:
    with open(path, "w", encoding=encoding) as file:
        for i in range(0, len(text), 7):
            file.write(text[i:i + 7])
    print(encoding, open(path, "rb").read(12), os.path.getsize(path))
    for size in [1, 3, 4, 5, 100]:
        with open(path, encoding=encoding) as file:
            file._CHUNK_SIZE = size
            assert file.read() == text
            file.seek(0)
            assert "".join(file) == text
            file.seek(0)
            assert "".join(iter(lambda: file.read(11), "")) == text
    with open(path, "a", encoding=encoding) as file:
        file.write("more")
    assert open(path, encoding=encoding).read() == text + "more"
for encoding in ["ascii", "latin-1", "cp1252"]:
    for errors in ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace"]:
        def write():
            with open(path, "w", encoding=encoding, errors=errors) as file:
                file.write("aäb€c\n")
            return open(path, "rb").read()
        attempt(write)
bad = b"a\xffb\xc3(c\xe2\x82"
for errors in ["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "nonsense"]:
    with open(path, "wb") as file:
        file.write(bad)
    attempt(lambda: open(path, encoding="utf-8", errors=errors).read())
    attempt(lambda: open(path, encoding="utf-8", errors=errors).readline())
    attempt(lambda: open(path, encoding="ascii", errors=errors).read())
with open(path, "w", encoding="utf-8", errors="surrogateescape") as file:
    file.write(open(path, encoding="utf-8", errors="surrogateescape").read() or "\udcff")
print(open(path, "rb").read())
attempt(lambda: open(path, "w", encoding="utf-8").write("\ud800"))
for data, encoding in [(b"a\0", "utf-16"), (b"ab", "utf-16"), (b"\xff\xfea", "utf-16"), (b"abcd", "utf-32"), (b"\xef\xbb", "utf-8-sig"),
                       (b"\xef\xbb\xbf\xef\xbb\xbf", "utf-8-sig"), (b"", "utf-16"), (b"\xff\xfe", "utf-16")]:
    attempt(lambda: io.TextIOWrapper(io.BytesIO(data), encoding=encoding).read())
attempt(lambda: open(path, encoding="hex"))
file = io.TextIOWrapper(io.BytesIO(b"x\xc3\xa4"), "utf-8")
file.reconfigure(encoding="latin-1", errors="replace", newline="\r", line_buffering=True, write_through=True)
print(file.encoding, file.errors, file.line_buffering, file.write_through, repr(file.read(2)))
attempt(lambda: file.reconfigure(encoding="utf-8"))
attempt(lambda: file.reconfigure(newline="q"))
attempt(lambda: file.reconfigure(newline=3))
file.reconfigure(line_buffering=False)
print(file.line_buffering, file.write_through, file.read())
target = io.BytesIO()
file = io.TextIOWrapper(target, "utf-16")
file.write("a")
file.flush()
file.seek(0)
file.write("b")
file.flush()
file.seek(0, 2)
file.write("c")
file.flush()
print(target.getvalue(), file.tell())
os.remove(path)
