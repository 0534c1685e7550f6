# Files that are made of a connection: text and bytes, buffered and not, and how long the descriptor stays open.
import io
import os
import socket

first, second = socket.socketpair()
with first.makefile("w", encoding="utf-8", newline="\r\n") as text, second.makefile("rb") as data:
    text.write("één\ntwo\n")
    text.flush()
    print(data.readline(), data.readline())
    print(type(text).__name__, text.mode, type(data).__name__, data.mode, data.name == second.fileno())

with first.makefile("rw", encoding="ascii") as both:
    both.write("ask\n")
    both.flush()
    print(second.recv(10))
    second.sendall(b"answer\nnext\n")
    print(both.readline(), next(both))

raw = first.makefile("rwb", buffering=0)
print(type(raw), raw.readable(), raw.writable(), raw.seekable(), raw.mode, isinstance(raw, io.RawIOBase))
print(raw.write(b"abc"), second.recv(10))
first.setblocking(False)
print(raw.read(1))
first.settimeout(0.01)
for _ in range(2):
    try:
        raw.read(1)
    except OSError as e:
        print(type(e).__name__, e)
raw.close()
raw.close()
print(raw.closed, raw.name)
for ask in (raw.readable, raw.writable, raw.seekable, raw.fileno, lambda: raw.read(1), lambda: raw.write(b"x")):
    try:
        ask()
    except ValueError as e:
        print(e)

first.settimeout(None)
for mode in ("x", "rt", "a+", "br+"):
    try:
        first.makefile(mode)
    except ValueError as e:
        print(e)
try:
    first.makefile("r", buffering=0)
except ValueError as e:
    print(e)
reader = first.makefile("rb", 0)
try:
    reader.write(b"x")
except io.UnsupportedOperation as e:
    print(e)
writer = first.makefile("wb", 0)
try:
    writer.read()
except io.UnsupportedOperation as e:
    print(e)

# The descriptor is there until the last of them is closed.
number = first.fileno()
first.close()
print(first.fileno() == number, str(first).startswith("<socket.socket [closed]"))
writer.write(b"still open")
print(second.recv(20))
writer.close()
print(os.fstat(number).st_mode != 0)
reader.close()
try:
    os.fstat(number)
except OSError as e:
    print(e)
print(first.fileno())

# A peer that closes is the end of the file.
first, second = socket.socketpair()
with first, second.makefile("r", encoding="utf-8") as lines:
    second.close()
    first.sendall(b"1\n2\n3")
    first.shutdown(socket.SHUT_WR)
    print([*lines])
