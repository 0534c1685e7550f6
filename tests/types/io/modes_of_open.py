# open takes the modes that there are, and says what is wrong with the others
import io
import os

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"taipan-modes-{os.getpid()}")
os.mkdir(folder)
path = os.path.join(folder, "file")


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).replace(folder, "FOLDER"))


def shown(mode):
    with open(path, mode) as file:
        return mode, type(file).__name__, file.mode, file.readable(), file.writable(), file.seekable()


for mode in ["w", "r", "a", "r+", "w+", "a+", "wb", "rb", "ab", "rb+", "+rb", "wb+", "ab+", "rt", "tw", "+ta"]:
    attempt(lambda: shown(mode))
for mode in ["", "b", "t", "+", "rw", "ra", "xw", "rr", "r++", "rtb", "U", "rU", "q", "é", None, 3, b"r"]:
    attempt(lambda: shown(mode))
os.remove(path)
attempt(lambda: shown("x"))
attempt(lambda: shown("x"))
os.remove(path)
attempt(lambda: shown("xb+"))
for mode in ["r", "rb", "w", "x", "a", "r+", "xb+", "ab+", "rw", "b", "", "q", "+", "rb+", 3]:
    if "x" in str(mode):
        os.remove(path)
    attempt(lambda: (mode, io.FileIO(path, mode).mode))

attempt(lambda: open(path, "r", 0))
attempt(lambda: open(path, "rb", encoding="utf-8"))
attempt(lambda: open(path, "rb", errors="strict"))
attempt(lambda: open(path, "rb", newline=""))
attempt(lambda: open(path, newline="x"))
attempt(lambda: open(path, newline=3))
attempt(lambda: open(path, encoding="no-such-encoding"))
attempt(lambda: open(path, encoding=3))
attempt(lambda: open(path, encoding="a\0"))
attempt(lambda: open(path, encoding="\udcfe"))
attempt(lambda: open(path, errors=3))
attempt(lambda: open(path, buffering="a"))
attempt(lambda: open(path, "rb", 10**30))
attempt(lambda: open(3.5))
attempt(lambda: open(None))
attempt(lambda: open([]))
attempt(lambda: open(-1))
attempt(lambda: open(99999))
attempt(lambda: open(10**30))
attempt(lambda: open("a\0b"))
attempt(lambda: open(os.path.join(folder, "missing")))
attempt(lambda: open(folder))
attempt(lambda: open(folder, "w"))
attempt(lambda: open(path, closefd=False))
attempt(lambda: open(path, opener=lambda path, flags: "x"))
attempt(lambda: open(path, opener=lambda path, flags: -1))
attempt(lambda: open(path, opener=3))
attempt(lambda: open())
attempt(lambda: io.open_code(3))
attempt(lambda: io.open_code(path).mode)


class Path:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


attempt(lambda: open(Path(path)).name == path)
attempt(lambda: open(Path(path.encode())).name == path.encode())
attempt(lambda: open(Path(3)))
flags = []


def opener(path, given):
    flags.append(given)
    return os.open(path, given)


with open(path, "w", opener=opener) as file:
    file.write("by a function")
print(flags == [os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC], open(path).read())
descriptor = os.open(path, os.O_RDONLY)
with open(descriptor, closefd=False) as file:
    print(file.read(), file.name == descriptor, file.buffer.raw.closefd)
os.lseek(descriptor, 3, 0)
with os.fdopen(descriptor, "rb", 0) as file:
    print(file.read(4), file.closefd)
attempt(lambda: os.close(descriptor))
os.remove(path)
os.rmdir(folder)
