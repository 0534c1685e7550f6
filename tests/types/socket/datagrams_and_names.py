# Messages without connections, addresses of several families, and forms of addresses.
import os
import socket

u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u.bind(('', 0))
v = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
v.bind(('127.0.0.1', 0))
port = u.getsockname()[1]
print(v.sendto(b'message', ('localhost', port)), v.sendto(b'flags', 0, ('127.0.0.1', port)))
data, sender = u.recvfrom(100)
print(data, sender == v.getsockname())
buffer = bytearray(3)
print(u.recvfrom_into(buffer) == (3, sender), buffer)
u.close()
v.close()
path = f'/tmp/taipan-socket-{os.getpid()}'
server = socket.socket(socket.AF_UNIX)
server.bind(path)
server.listen()
client = socket.socket(socket.AF_UNIX)
client.connect(path)
connection, address = server.accept()
client.send(b'x')
print(connection.recv(1), repr(address), server.getsockname() == path, client.getpeername() == path, repr(client.getsockname()))
for s in server, client, connection:
    s.close()
os.unlink(path)
print(socket.inet_aton('1.2.3.4'), socket.inet_aton('0x7f.1'), socket.inet_ntoa(b'\x7f\0\0\1'), socket.htons(1), socket.ntohl(1))
print(socket.inet_pton(socket.AF_INET6, '::1'), socket.inet_ntop(socket.AF_INET6, bytes(range(16))))
for call in (lambda: socket.inet_aton('1.2.3.999'), lambda: socket.inet_pton(socket.AF_INET, 'x'), lambda: socket.inet_ntoa(b'abc'),
             lambda: socket.htons(70000), lambda: socket.htons(-1), lambda: socket.inet_ntop(socket.AF_INET, b'abc')):
    try:
        call()
    except (OSError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
print(socket.getaddrinfo('127.0.0.1', 80, type=socket.SOCK_STREAM))
print(socket.getaddrinfo('::1', '443', proto=socket.IPPROTO_TCP))
print(issubclass(socket.gaierror, OSError), socket.error is OSError, socket.getdefaulttimeout())
print(repr(socket.AF_INET), str(socket.SOCK_STREAM), socket.AF_INET == 2)
try:
    socket.getaddrinfo('x.invalid', 80, flags=socket.AI_NUMERICHOST)
except socket.gaierror as error:
    print(error)
