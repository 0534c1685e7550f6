# A server with a thread for each of its clients.
import socket
import threading

server = socket.create_server(('127.0.0.1', 0))
host, port = server.getsockname()
print(host, server.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR) != 0, server.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))
answers = []


def serve(connection):
    with connection:
        while data := connection.recv(4096):
            connection.sendall(data.upper())


def accept():
    for _ in range(4):
        connection, address = server.accept()
        threading.Thread(target=serve, args=(connection,)).start()


def client(n):
    with socket.create_connection((host, port), timeout=10) as s:
        s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        text = b'client %d ' % n * 5000
        peer = s.getpeername()
        sender = threading.Thread(target=lambda: (s.sendall(text), s.shutdown(socket.SHUT_WR)))
        sender.start()
        got = b''
        while data := s.recv(65536):
            got += data
        sender.join()
        answers.append((n, got == text.upper(), peer == (host, port)))


threads = [threading.Thread(target=accept)] + [threading.Thread(target=client, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(answers))
server.close()
for call in (
    lambda: socket.create_connection((host, port), timeout=5),
    lambda: socket.socket().connect((host, 70000)),
    lambda: socket.socket().connect('x'),
    lambda: socket.socket().connect((1, 2)),
    lambda: socket.socket().bind(('127.0.0.1',)),
    lambda: socket.socket(99),
):
    try:
        call()
    except (OSError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
s = socket.socket()
print(s.connect_ex((host, port)) != 0)
s.close()
