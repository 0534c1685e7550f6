# Connected pairs, timeouts and non-blocking calls.
import socket

a, b = socket.socketpair()
print(a.family, a.type, a.proto, a.gettimeout(), a.getblocking())
print(a.send(b'one'), b.recv(100), b.sendall(b'x' * 1000), len(a.recv(5000)))
view = bytearray(b'..........')
a.send(b'abc')
print(b.recv_into(view), view)
a.send(b'defg')
print(b.recv_into(memoryview(view)[4:], 2), view, b.recv(10))
b.settimeout(0.01)
for call in (lambda: b.recv(1), lambda: b.recv_into(view), lambda: b.recvfrom(1)):
    try:
        call()
    except TimeoutError as error:
        print(type(error) is socket.timeout, error, error.errno)
b.setblocking(False)
print(b.gettimeout(), b.getblocking(), b.timeout)
try:
    b.recv(1)
except BlockingIOError as error:
    print(error)
b.settimeout(None)
for call in (lambda: b.settimeout(-1), lambda: b.settimeout('1'), lambda: b.recv(-1), lambda: b.send('text'), lambda: b.shutdown(9),
             lambda: b.recv_into(b'const'), lambda: b.recv_into(view, 100)):
    try:
        call()
    except (TypeError, ValueError, OSError) as error:
        print(type(error).__name__, error)
a.shutdown(socket.SHUT_WR)
print(b.recv(1))
with a:
    pass
print(a.fileno(), a._closed if hasattr(a, '_closed') else True)
try:
    b.send(b'x')
except BrokenPipeError as error:
    print(error)
try:
    a.recv(1)
except OSError as error:
    print(error)
number = b.detach()
print(b.fileno())
again = socket.socket(fileno=number)
print(again.family, again.type)
again.close()
again.close()
