# A size that is an object of its own is asked for its value once, before the flags are.
import socket


class Number:
    def __init__(self, name, value):
        self.name, self.value = name, value

    def __index__(self):
        print("asked for", self.name)
        return self.value


left, right = socket.socketpair()
for receive in (right.recv, right.recvfrom):
    left.sendall(b"abcdef")
    print(receive(Number("size", 4), Number("flags", 0)))
    print(receive(Number("size", 4)))
    try:
        receive(Number("size", -1), Number("flags", 0))
    except ValueError as error:
        print(error)
buffer = bytearray(8)
left.sendall(b"xyz")
print(right.recv_into(buffer, Number("size", 2)), right.recvfrom_into(buffer, Number("size", 2)), buffer)
left.close()
right.close()
