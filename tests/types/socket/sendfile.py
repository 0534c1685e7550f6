# A file is sent through a socket: all of it, a part, and what cannot be sent.
import io
import socket
import threading

content = bytes(range(256)) * 1000


def send(sock, *args, **kwargs):
    received = []

    def receive():
        while data := second.recv(1 << 16):
            received.append(data)

    first, second = socket.socketpair()
    thread = threading.Thread(target=receive)
    thread.start()
    file = io.BytesIO(content)
    with first:
        count = first.sendfile(file, *args, **kwargs)
    thread.join()
    second.close()
    data = b"".join(received)
    offset = args[0] if args else 0
    print(count, file.tell(), data == content[offset:offset + count])


send(None)
send(None, 100)
send(None, 100, 200)
send(None, 0, 200_000)
send(None, 255_990, 200)
send(None, 300_000)
first, second = socket.socketpair()
file = io.BytesIO(b"abc")
for count in (0, -1, 1.5):
    try:
        first.sendfile(file, count=count)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
with open(__file__) as text:
    try:
        first.sendfile(text)
    except ValueError as e:
        print(e)
first.setblocking(False)
try:
    first.sendfile(file)
except ValueError as e:
    print(e)
with socket.socket(type=socket.SOCK_DGRAM) as sock:
    try:
        sock.sendfile(file)
    except ValueError as e:
        print(e)
first.close()
second.close()
