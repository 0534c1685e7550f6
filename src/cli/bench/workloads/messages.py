# A thread answers messages that come over UDP from another process, while N threads compute.
#
# The client waits for an answer before it sends again, after a pause or at once. The delay of a message is the time from its being sent
# until the thread has it.
import socket

SIZE = 1024


def client(address, pause):
    link = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    link.connect(address)
    # A datagram may be lost; and when nobody answers for so long, nobody is there.
    link.settimeout(1.0)
    lost = 0
    draw = 1
    while lost < 20:
        if pause:
            # Pauses of different lengths, so that they do not fall in step with the interval.
            draw = (draw * 1103515245 + 12345) % 2147483648
            time.sleep(pause * (0.5 + draw / 2147483648.0))
        link.send(("%.9f" % now()).encode("ascii").ljust(SIZE))
        try:
            if link.recv(SIZE).startswith(b"end"):
                return
        except socket.timeout:
            lost += 1


server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 0))
other = Child(client, server.getsockname(), float(parameters["pause"]))
crew = Crew([repeat(pi)] * int(parameters["busy"]))
pi()
# The client is ready when its first message is there.
message, address = server.recvfrom(SIZE)
crew.start(seconds)
began = now()
delays = []
while True:
    server.sendto(message, address)
    message, address = server.recvfrom(SIZE)
    arrived = now()
    delays.append(arrived - float(message.decode("ascii")))
    if arrived - began >= seconds:
        break
took = arrived - began
server.sendto(b"end".ljust(SIZE), address)
crew.join()
other.wait()
report("delay", delays)
report("rate", [len(delays) / took])
