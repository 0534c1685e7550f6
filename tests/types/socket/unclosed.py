# A socket that dies open says so, as far as that is wanted, and one that was closed or detached does not.
import socket
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    sock = socket.socket()
    shown = repr(sock)
    del sock
    print([(w.category.__name__, str(w.message) == f"unclosed {shown}") for w in caught])
    caught.clear()
    sock = socket.socket()
    file = sock.makefile("rb")
    del sock
    print(len(caught))
    del file
    print(len(caught))
    caught.clear()
    with socket.socket() as sock:
        pass
    sock = socket.socket()
    other = socket.socket(fileno=sock.detach())
    del sock
    other.close()
    del other
    print(len(caught))
    socket.socket.__new__(socket.socket)
    print(len(caught))
