# Buffered files and files of text over raw files of scripts, which may answer anything
import io


def attempt(name, f):
    try:
        print(name, repr(f()))
    except BaseException as e:
        print(name, type(e).__name__, e, "<-", repr(e.__cause__))


class Raw(io.RawIOBase):
    def __init__(self, *answers, able=True):
        self.answers, self.able, self.log = list(answers), able, []

    def readable(self):
        return self.able

    def writable(self):
        return self.able

    def seekable(self):
        return False

    def readinto(self, buffer):
        self.log.append(("readinto", type(buffer).__name__, len(buffer)))
        answer = self.answers.pop(0) if self.answers else b""
        if isinstance(answer, bytes):
            buffer[:len(answer)] = answer
            return len(answer)
        if isinstance(answer, type):
            raise answer("by the raw file")
        return answer

    def write(self, buffer):
        answer = self.answers.pop(0) if self.answers else len(buffer)
        self.log.append(("write", bytes(buffer), answer))
        if isinstance(answer, type):
            raise answer("by the raw file")
        return answer


for answers in [(b"abc", b"de\nf"), (None,), (b"ab", None), (99,), (-1,), ("x",), (2.5,), (OSError,), (KeyError,), (KeyboardInterrupt,)]:
    for method, *args in [("read", 4), ("read",), ("readline",), ("read1", 4), ("peek",), ("readinto", bytearray(3)), ("readinto1", bytearray(3))]:
        if answers in [(99,), (-1,), (True,)] and (method, *args) == ("read",):
            continue  # what was in memory before
        attempt((answers, method), lambda: getattr(io.BufferedReader(Raw(*answers), 8), method)(*args))
raw = Raw(b"abcdefgh", b"ijkl")
file = io.BufferedReader(raw, 8)
print(file.read(3), file.peek(), file.read(20), raw.log)
for answers in [(), (1, 1, 1), (None,), (3, None), (99,), (-1,), ("x",), (OSError,), (0, 0, 4)]:
    raw = Raw(*answers)
    file = io.BufferedWriter(raw, 4)

    def write():
        file.write(b"abcdef")
        file.write(b"gh")
        file.flush()
        return raw.log
    attempt(answers, write)
    raw.answers.clear()
    attempt("close", file.close)
for kind in [io.BufferedReader, io.BufferedWriter, io.BufferedRandom]:
    attempt(kind.__name__, lambda: kind(Raw(able=False)))
    attempt(kind.__name__, lambda: kind(3))
    attempt(kind.__name__, lambda: kind(Raw(), 0))
    attempt(kind.__name__, lambda: kind(Raw(), -5))
    attempt(kind.__name__, lambda: kind(Raw(), 10**30))
    attempt(kind.__name__, lambda: kind())
attempt("pair", lambda: io.BufferedRWPair(Raw(b"in"), Raw()).read())
attempt("pair", lambda: io.BufferedRWPair(Raw(able=False), Raw()))
for answer in ["text", None, 3, bytearray(b"bytes\n"), memoryview(b"view\n")]:
    class Odd(io.BufferedIOBase):
        def readable(self):
            return True

        def read(self, size=-1):
            data, self.read = answer, lambda size=-1: b""
            return data

        read1 = read
    if not isinstance(answer, (str, int, type(None))):
        attempt(type(answer).__name__, lambda: io.TextIOWrapper(Odd()).read())
    attempt(type(answer).__name__, lambda: io.TextIOWrapper(Odd()).readline())


class Upper(io.TextIOWrapper):
    def readline(self, size=-1):
        return super().readline(size).upper()

    def write(self, text):
        return super().write(text.upper())


print(list(Upper(io.BytesIO(b"a\nb\n"))), Upper(io.BytesIO(b"a\nb\n")).readlines())
target = io.BytesIO()
upper = Upper(target)
print("printed", file=upper)
upper.writelines(["x", "y"])
upper.flush()
print(target.getvalue())


class Counting(io.FileIO):
    def readinto(self, buffer):
        self.count = getattr(self, "count", 0) + 1
        return super().readinto(buffer)


with io.BufferedReader(Counting("/dev/null")) as file:
    print(file.read(10), file.raw.count)
attempt("abstract", lambda: io.RawIOBase().read(3))
attempt("abstract", lambda: io.BufferedIOBase().detach())
attempt("abstract", lambda: io.TextIOBase().readline())
attempt("abstract", lambda: io.IOBase().fileno())


class Again(io.RawIOBase):
    """A raw file that uses the file over it."""

    def readable(self):
        return True

    def readinto(self, buffer):
        return len(self.over.read(1))


raw = Again()
raw.over = file = io.BufferedReader(raw)
attempt("again", lambda: file.read(2))
