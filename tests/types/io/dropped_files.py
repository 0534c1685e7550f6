# A file that dies open is flushed and closed, with a ResourceWarning for who wants it; what goes wrong then is reported
import gc
import io
import os
import sys
import warnings

path = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"taipan-dropped-{os.getpid()}")


def warned(f):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        f()
        gc.collect()
    print([f"{w.category.__name__}: {w.message}".replace(path, "PATH") for w in caught])


def write():
    file = open(path, "w")
    file.write("written")
    descriptors.append(file.fileno())


descriptors = []
write()
print(open(path).read())
try:
    os.fstat(descriptors[0])
except OSError as e:
    print(e)
warned(lambda: open(path, "w") and None)
warned(lambda: open(path, "rb") and None)
warned(lambda: open(path, "rb+") and None)
warned(lambda: open(path, "rb", 0) and None)
warned(lambda: io.open(path, "rb").detach() and None)
warned(lambda: open(1, "w", closefd=False) and None)
warned(lambda: open(path).close())
warned(lambda: io.BytesIO() and None)


def circular():
    file = open(path, "w")
    file.me = file
    file.write("in a cycle")


warned(circular)
print(open(path).read())
with warnings.catch_warnings():
    warnings.simplefilter("error")
    reports = []
    sys.unraisablehook = lambda unraisable: reports.append((type(unraisable.exc_value).__name__, str(unraisable.exc_value).replace(path, "PATH")))
    open(path)
    print(reports)


class Failing(io.RawIOBase):
    def writable(self):
        return True

    def write(self, data):
        raise OSError("no room")

    def close(self):
        print("raw file closed")
        super().close()


reports = []
file = io.BufferedWriter(Failing())
file.write(b"abc")
del file
gc.collect()
print(reports)


class Plain(io.IOBase):
    def close(self):
        print("close", self.closed)
        super().close()

    def __del__(self):
        print("__del__")
        super().__del__()


Plain()
with Plain() as file:
    pass
del file
try:
    with open(path) as file:
        raise KeyError
except KeyError:
    print(file.closed)
os.remove(path)
