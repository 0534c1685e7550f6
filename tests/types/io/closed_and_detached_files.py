# What files say, and refuse, when they are closed, detached, or were never opened
import io
import os
import pickle

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"taipan-closed-{os.getpid()}")
os.mkdir(folder)
path = os.path.join(folder, "file")


def attempt(name, f):
    try:
        print(name, repr(f()).replace(folder, "FOLDER").split(" at 0x")[0])
    except Exception as e:
        print(name, type(e).__module__, type(e).__name__, e)


def everything(file):
    attempt("repr", lambda: file)
    for name in ["closed", "name", "mode", "encoding", "errors", "newlines", "line_buffering", "raw", "buffer", "closefd"]:
        if hasattr(type(file), name) or name == "name":
            attempt(name, lambda: getattr(file, name))
    for name in ["read", "read1", "readline", "readlines", "readall", "peek", "tell", "flush", "fileno", "isatty", "readable", "writable",
                 "seekable", "truncate", "__iter__", "__next__", "__enter__", "detach", "__reduce__"]:
        if hasattr(file, name):
            attempt(name, getattr(file, name))
    attempt("seek", lambda: file.seek(0))
    attempt("write", lambda: file.write("a" if hasattr(file, "encoding") else b"a"))
    attempt("writelines", lambda: file.writelines([]))
    attempt("readinto", lambda: file.readinto(bytearray(2)))
    attempt("close", file.close)


open(path, "w").close()
for mode, buffering in [("r", -1), ("w", -1), ("rb", -1), ("wb", -1), ("rb+", -1), ("rb", 0), ("wb", 0)]:
    print("--- closed", mode, buffering)
    file = open(path, mode, buffering)
    file.close()
    everything(file)
for mode in ["r", "rb", "wb", "rb+"]:
    print("--- detached", mode)
    file = open(path, mode)
    below = file.detach()
    everything(file)
    print(below.closed)
    below.close()
for kind in [io.FileIO, io.BufferedReader, io.BufferedWriter, io.BufferedRandom, io.TextIOWrapper]:
    print("--- new", kind.__name__)
    file = kind.__new__(kind)
    attempt("repr", lambda: file)
    attempt("read", lambda: file.read())
    attempt("write", lambda: file.write(b""))
    attempt("tell", lambda: file.tell())
for mode in ["r", "rb", "wb"]:
    with open(path, mode) as file:
        attempt("dumps", lambda: pickle.dumps(file))
with open(path) as file:
    file.buffer.raw.close()
    print(file.closed, file.buffer.closed)
    attempt("read", file.read)
    attempt("readline", file.readline)
file = open(path, "w")
file.write("lost")
os.close(file.fileno())
attempt("close", file.close)
print(file.closed, open(path).read())
os.remove(path)
os.rmdir(folder)
