# by hand
# Sizes and positions that no file has are refused, or answered at once
import io
import os
import sys

sys.unraisablehook = lambda unraisable: None
path = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"taipan-hostile-{os.getpid()}")
HUGE = [sys.maxsize, sys.maxsize - 1, 2**62, 2**63, 2**64, 10**40, -1, -2, -sys.maxsize, -2**63, -10**40]


def attempt(f, *args):
    try:
        f(*args)
    except (OverflowError, ValueError, MemoryError, OSError, IndexError, TypeError, AttributeError, NotImplementedError, StopIteration):
        pass


with open(path, "w") as file:
    file.write("some text\n" * 3)
for size in HUGE:
    for mode in ["r", "rb", "r+", "rb+"]:
        with open(path, mode) as file:
            for name in ["read", "readline", "readlines", "seek", "read1", "peek", "__next__"]:
                method = getattr(file, name, None)
                if method is not None:
                    attempt(method, size)
                    attempt(method)
            attempt(file.seek, size, 0)
            attempt(file.seek, size, 1)
            attempt(file.seek, size, 2)
            attempt(file.seek, 0, size)
            if "b" not in mode:
                attempt(setattr, file, "_CHUNK_SIZE", size)
                attempt(file.read, 2)
    with open(path, "rb", 0) as file:
        for name in ["read", "readline", "seek"]:
            attempt(getattr(file, name), size)
    attempt(open, path, "r", size)
    attempt(open, path, "rb", size)
    attempt(io.BufferedReader, io.BytesIO(b"abc"), size)
    attempt(io.BufferedWriter, io.BytesIO(b"abc"), size)
    attempt(io.BufferedRandom, io.BytesIO(b"abc"), size)
    attempt(io.BytesIO(b"abc").read, size)
    attempt(io.RawIOBase().read, size)
    attempt(open, size)
    attempt(os.truncate, path, size) if size < 0 else None
    attempt(os.utime, path, (size, size))
    attempt(os.chown, path, size, size) if size < -1 or size > 2**32 else None


class Raw(io.RawIOBase):
    """Says anything about its position."""

    def __init__(self, answer):
        self.answer = answer

    def readable(self):
        return True

    writable = seekable = readable

    def readinto(self, buffer):
        return self.answer

    def write(self, buffer):
        return self.answer

    def seek(self, to, whence=0):
        return self.answer

    def tell(self):
        return self.answer

    def truncate(self, size=None):
        return self.answer


for answer in HUGE + [None, "text", 1.5, []]:
    for kind in [io.BufferedReader, io.BufferedWriter, io.BufferedRandom]:
        for steps in [("read", 2), ("write", b"abc"), ("seek", 2), ("seek", -1, 1), ("seek", 0, 2), ("tell",), ("truncate", 3), ("readline",),
                      ("write", b"x" * 50), ("flush",), ("peek",), ("readinto", bytearray(5)), ("read",)] * 2:
            file = locals().setdefault("file_" + kind.__name__, None) or kind.__new__(kind)
            attempt(file.__init__, Raw(answer), 8)
            attempt(getattr(file, steps[0], lambda *args: None), *steps[1:])
            attempt(io.TextIOWrapper, file)
            try:
                text = io.TextIOWrapper(file)
                attempt(text.tell)
                attempt(text.seek, answer)
                attempt(text.read, 3)
                attempt(text.write, "abc" * 5000)
                attempt(text.flush)
                attempt(text.detach)
            except (ValueError, OSError, TypeError, OverflowError, io.UnsupportedOperation):
                pass
            file.__init__(io.BytesIO(b"x"), 8)
for cookie in [2**64 + 1, 2**96 + 2**64, 2**128 + 5, 2**160, 2**160 + 2**128 * 7 + 2**96 * 3, 2**168 - 1, 2**168]:
    for encoding in ["utf-8", "utf-16", "utf-8-sig", "latin-1", "unicode_escape"]:
        with open(path, "r+", encoding=encoding) as file:
            attempt(file.seek, cookie)
            attempt(file.tell)
            attempt(file.read, 5)
os.remove(path)
print("still here")
