# Lines are read by the ends that newline names, written with them, and noted
import io
import os

path = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"taipan-lines-{os.getpid()}")
data = b"one\ntwo\r\nthree\rfour\n\r\r\n\nfive\r"
for size in [1, 2, 3, 8192]:
    for newline in [None, "", "\n", "\r", "\r\n"]:
        with open(path, "wb") as file:
            file.write(data)
        with open(path, newline=newline) as file:
            file._CHUNK_SIZE = size
            lines = list(file)
            seen = file.newlines
        with open(path, newline=newline) as file:
            file._CHUNK_SIZE = size
            assert [line for line in iter(file.readline, "")] == lines
        with open(path, newline=newline) as file:
            whole = file.read()
        with open(path, newline=newline) as file:
            file._CHUNK_SIZE = size
            parts = []
            while part := file.read(2):
                parts.append(part)
            assert "".join(parts) == whole, (parts, whole)
        assert "".join(lines) == whole
        if size == 1:
            print(repr(newline), lines, seen)
for newline in [None, "", "\n", "\r", "\r\n"]:
    with open(path, "w", newline=newline) as file:
        print(file.write("a\nb\r\nc\rd\n"), file.newlines)
        file.writelines(["x\n", "y"])
    print(repr(newline), open(path, "rb").read())
with open(path, "wb") as file:
    file.write("äö\nüüü\n€\n".encode())
with open(path, encoding="utf-8") as file:
    print([file.readline(limit) for limit in (1, 1, 1, 0, 2, 10, -1, 5)])
with open(path, encoding="utf-8") as file:
    print(file.readlines(3), file.readlines(), file.readlines())
with open(path, "rb") as file:
    print([file.readline(limit) for limit in (1, 3, 0, 100, -1)], file.readlines(2))
for last in [b"no end", b"end\n", b"", b"\r", b"\r\n"]:
    with open(path, "wb") as file:
        file.write(b"first\n" + last)
    print(list(open(path)), list(open(path, "rb")), open(path).readlines())
long = "x" * 20000 + "\n" + "é" * 9000 + "\r\n" + "end"
with open(path, "w", newline="", encoding="utf-8") as file:
    file.write(long)
print([len(line) for line in open(path, encoding="utf-8")], open(path, newline="", encoding="utf-8").read() == long)
decoder = io.IncrementalNewlineDecoder(None, True)
print(repr(decoder.decode("a\r")), decoder.getstate(), repr(decoder.decode("\nb\r")), repr(decoder.decode("", True)), decoder.newlines)
decoder.reset()
print(decoder.newlines, decoder.getstate())
os.remove(path)
