# What is known of a host by its address, and of services by their names and numbers.
import socket

name, others, addresses = socket.gethostbyaddr("127.0.0.1")
print(type(name), others == [*others], addresses)
print(socket.gethostbyname_ex("127.0.0.1"))
print(socket.getservbyname("http"), socket.getservbyname("http", "tcp"), socket.getservbyname("domain", "udp"))
print(socket.getservbyport(80), socket.getservbyport(80, "tcp"), socket.getservbyport(53, "udp"))
for call in (
    lambda: socket.getservbyname("no such service"),
    lambda: socket.getservbyname("80"),
    lambda: socket.getservbyname("http", "no such protocol"),
    lambda: socket.getservbyport(64321),
    lambda: socket.getservbyport(80, "no such protocol"),
    lambda: socket.getservbyport(65536),
    lambda: socket.getservbyport(-1),
):
    try:
        print(call())
    except (OSError, OverflowError) as e:
        print(type(e).__name__, e)
try:
    socket.gethostbyaddr("host.invalid")
except socket.gaierror:
    print("not found")
print(socket.SOL_TCP == socket.IPPROTO_TCP, socket.SOCK_RDM, socket.IP_ADD_MEMBERSHIP, socket.INADDR_NONE)
