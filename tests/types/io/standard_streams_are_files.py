# The standard streams are files of text over buffered files over raw ones
import io
import os
import sys

for stream, number in [(sys.stdin, 0), (sys.stdout, 1), (sys.stderr, 2)]:
    print(type(stream), isinstance(stream, io.TextIOBase), repr(stream), stream.name, stream.mode, stream.encoding)
    print(type(stream.buffer), repr(stream.buffer), type(stream.buffer.raw), stream.buffer.raw.name, stream.buffer.raw.mode)
    print(stream.fileno() == stream.buffer.fileno() == number, stream.buffer.raw.closefd, stream.line_buffering, stream.write_through)
    print(stream.readable(), stream.writable(), stream.closed, stream is getattr(sys, f"__{stream.name[1:-1]}__"))
sys.stdout.write("text, ")
sys.stdout.flush()
sys.stdout.buffer.write(b"bytes, ")
sys.stdout.buffer.flush()
sys.stdout.buffer.raw.write(b"and raw bytes\n")
sys.stdout.reconfigure(encoding="ascii", errors="backslashreplace")
print("ä€\U0001f40d")
sys.stdout.reconfigure(encoding="utf-8", errors="strict")
print("ä€\U0001f40d")
try:
    print("\udcff")
except UnicodeEncodeError as e:
    print(e)
reader, writer = os.pipe()
os.write(writer, "first\nsecond ä\r\nthird\n\nlast".encode())
os.close(writer)
saved = os.dup(0)
os.dup2(reader, 0)
os.close(reader)
print(repr(sys.stdin.readline()), repr(sys.stdin.read(3)), [repr(line) for line in sys.stdin], repr(sys.stdin.read()))
os.dup2(saved, 0)
os.close(saved)
try:
    sys.stdin.write("a")
except io.UnsupportedOperation as e:
    print(e)
try:
    sys.stdout.read()
except io.UnsupportedOperation as e:
    print(e)
print("on", "the", "line", sep="-", end="!\n", flush=True)
copy = open(1, "w", closefd=False)
copy.write("through another file\n")
copy.close()


class Shouting(io.TextIOWrapper):
    def write(self, text):
        return super().write(text.upper())


sys.stdout = Shouting(sys.stdout.detach())
print("detached")
sys.stdout.flush()
sys.stdout = None
print("nowhere")
