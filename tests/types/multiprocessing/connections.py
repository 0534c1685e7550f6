# Pipes: objects and bytes, directions, ends, and what does not fit.
import multiprocessing as mp
from multiprocessing.connection import Connection


def refused(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


a, b = mp.Pipe()
print(type(a) is Connection, a.readable, a.writable, a.closed, a.fileno() >= 0, a.poll(), a.poll(0.01))
a.send({"key": [1, 2.5, None]})
b.send("back")
print(b.poll(), b.poll(None), b.recv(), a.recv(), b.poll())
a.send_bytes(b"some bytes")
a.send_bytes(bytearray(b"part of it"), 5)
a.send_bytes(memoryview(b"part of it"), 0, 4)
a.send_bytes(b"")
print(b.recv_bytes(), b.recv_bytes(100), b.recv_bytes(), b.recv_bytes())
buffer = bytearray(b"..........")
a.send_bytes(b"abc")
print(b.recv_bytes_into(buffer), buffer)
a.send_bytes(b"def")
print(b.recv_bytes_into(buffer, 7), buffer)
a.send_bytes(b"too long for it")
try:
    b.recv_bytes_into(buffer)
except mp.BufferTooShort as e:
    print(repr(e), e.args)
for call in (lambda: a.send_bytes(b"abc", -1), lambda: a.send_bytes(b"abc", 4), lambda: a.send_bytes(b"abc", 1, 3),
             lambda: a.send_bytes(b"abc", 1, -1), lambda: a.send_bytes("text"), lambda: b.recv_bytes(-1),
             lambda: b.recv_bytes_into(buffer, -1), lambda: b.recv_bytes_into(buffer, 11)):
    refused(call)
a.send_bytes(b"12345")
refused(lambda: b.recv_bytes(4))
refused(lambda: b.recv())
print(b.readable, b.writable, b.closed)
b.send("the other direction")
print(a.recv())
b.close()
b.close()
print(b.closed)
for call in (b.recv, b.fileno, b.poll, lambda: b.send(1), lambda: b.send_bytes(b""), lambda: b.recv_bytes()):
    refused(call)
print(a.poll())
refused(a.recv)
refused(lambda: a.send(1))
a.close()

reader, writer = mp.Pipe(duplex=False)
print(reader.readable, reader.writable, writer.readable, writer.writable)
for call in (writer.recv, writer.poll, lambda: reader.send(1), lambda: reader.send_bytes(b"")):
    refused(call)
writer.send(1)
writer.close()
print(reader.recv())
refused(reader.recv)
refused(reader.recv_bytes)
reader.close()
with mp.Pipe()[0] as end:
    print(end.closed)
print(end.closed)
for args in ((-1,), ("1",), (0, False, False)):
    refused(lambda: Connection(*args))
