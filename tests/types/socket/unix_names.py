# Names of Unix sockets may be any bytes; without one the system chooses. The class of the system's sockets is not to be changed.
import _socket
import os
import socket

path = f"/tmp/unix_names_{os.getpid()}"
for name in (path, path.encode(), bytearray(path.encode()), memoryview(b"\0" + path.encode())):
    with socket.socket(socket.AF_UNIX) as sock:
        sock.bind(name)
        shown = sock.getsockname()
        print(type(shown).__name__, shown in (path, b"\0" + path.encode()))
        if os.path.exists(path):
            os.unlink(path)
with socket.socket(socket.AF_UNIX) as one, socket.socket(socket.AF_UNIX) as other:
    one.bind("")
    other.bind(b"")
    names = one.getsockname(), other.getsockname()
    print([(len(name), name[:1]) for name in names], names[0] != names[1])
    try:
        one.bind(1)
    except TypeError as e:
        print(e)
with socket.socket(type=socket.SOCK_DGRAM) as sock:
    for address in (None, 1, "x"):
        try:
            sock.sendto(b"", address)
        except TypeError as e:
            print(e)
try:
    _socket.socket.other = 1
except TypeError as e:
    print(e)
