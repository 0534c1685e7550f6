# by hand
# Raw files that use, close, detach, initialise or replace the file over them in the middle of its work
import gc
import io
import sys


def attempt(f, *args):
    try:
        return f(*args)
    except (RuntimeError, SystemError, ValueError, OSError, TypeError, AttributeError, RecursionError, MemoryError, BufferError):
        return None


class Raw(io.RawIOBase):
    over = None
    text = None
    what = ""
    depth = 0

    def act(self):
        file, text = self.over, self.text
        if file is None or self.depth > 3:
            return
        self.depth += 1
        for step in self.what.split():
            match step:
                case "close":
                    attempt(file.close)
                case "detach":
                    attempt(file.detach)
                case "init":
                    attempt(file.__init__, io.BytesIO(b"other\n" * 10), 3)
                case "read":
                    attempt(file.read, 5)
                case "write":
                    attempt(file.write, b"w" * 30)
                case "flush":
                    attempt(file.flush)
                case "seek":
                    attempt(file.seek, 0)
                case "repr":
                    attempt(repr, file)
                case "drop":
                    self.over = self.text = None
                    gc.collect()
                case "text" if text is not None:
                    attempt(text.read, 3)
                    attempt(text.write, "t" * 9000)
                    attempt(text.detach)
                    attempt(text.__init__, io.BytesIO(b"anew\n"))
        self.depth -= 1

    def readable(self):
        return True

    writable = seekable = readable

    def readinto(self, buffer):
        kept.append(buffer)
        self.act()
        buffer[:3] = b"ab\n"
        return 3 if len(kept) % 9 else 0

    def write(self, buffer):
        kept.append(buffer)
        self.act()
        return len(buffer)

    def seek(self, to, whence=0):
        self.act()
        return 0

    def tell(self):
        self.act()
        return 0

    def truncate(self, size=None):
        self.act()
        return 0

    def flush(self):
        self.act()


kept = []
sys.unraisablehook = lambda unraisable: None
for what in ["close", "detach", "init", "read", "write", "flush", "seek", "repr", "drop", "text", "init close", "detach init", "text drop", "read text close"]:
    for kind in [io.BufferedReader, io.BufferedWriter, io.BufferedRandom]:
        for size in [1, 4, 100]:
            raw = Raw()
            file = raw.over = kind(raw, size)
            text = raw.text = attempt(io.TextIOWrapper, file, "utf-8")
            raw.what = what
            for f, *args in [(file.read, 10) if kind is not io.BufferedWriter else (file.flush,), (getattr(file, "readline", len),),
                             (getattr(file, "write", len), b"x" * 20), (file.flush,), (file.seek, 1), (file.tell,), (file.truncate, 2)]:
                attempt(f, *args)
            if text is not None:
                for f, *args in [(text.readline,), (text.write, "y" * 9000), (text.tell,), (text.seek, 0), (text.read,), (text.flush,), (list, text)]:
                    if f is not list:
                        attempt(f, *args)
            raw.what = ""
            attempt(file.close)
            del kept[:-3]
        raw.over = raw.text = None


class Shrinking(io.RawIOBase):
    """Changes the bytearray that is being read into, or written."""

    def __init__(self, target):
        self.target = target

    def readable(self):
        return True

    writable = readable

    def readinto(self, buffer):
        attempt(self.target.clear)
        return min(4, len(buffer))

    def write(self, data):
        attempt(self.target.clear)
        attempt(self.target.extend, b"z" * 100000)
        return len(data)


target = bytearray(1000)
attempt(io.BufferedReader(Shrinking(target), 10).readinto, target)
target = bytearray(100000)
attempt(io.BufferedWriter(Shrinking(target), 10).write, target)
target = bytearray(100)
attempt(io.BufferedWriter(Shrinking(target), 10).write, memoryview(target)[::2])
released = memoryview(bytearray(10))
released.release()
attempt(io.BufferedReader(io.BytesIO(b"abc")).readinto, released)
attempt(io.BufferedWriter(io.BytesIO()).write, released)


class Endless(io.RawIOBase):
    def readable(self):
        return True

    def readinto(self, buffer):
        buffer[:] = b"x" * len(buffer)
        return len(buffer)


class Lying(io.TextIOWrapper):
    closed = property(lambda self: 1 / 0)


attempt(lambda: Lying(io.BytesIO(b"abc")).read())
cycle = io.BytesIO()
cycle.name = text = io.TextIOWrapper(cycle)
attempt(repr, text)
raw = Raw()
raw.name = file = io.BufferedReader(raw)
attempt(repr, file)
deep = io.BytesIO(b"abc")
for _ in range(60):
    deep = io.BufferedReader(deep)
attempt(deep.read, 1)
attempt(repr, deep)
attempt(deep.close)
del deep
print("still here", sys.getrefcount(None) > 0)
