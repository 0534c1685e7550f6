import asyncio
import socket

numeric = socket.NI_NUMERICHOST | socket.NI_NUMERICSERV
print(socket.getnameinfo(("127.0.0.1", 80), numeric))
print(socket.getnameinfo(("::1", 8080, 0, 0), numeric))
for wrong in 3, ("127.0.0.1",), (3, 80), ("127.0.0.1", 80, 0):
    try:
        socket.getnameinfo(wrong, numeric)
    except (TypeError, OSError) as error:
        print(type(error).__name__, error)


async def main():
    print(await asyncio.get_running_loop().getnameinfo(("127.0.0.1", 443), numeric))


asyncio.run(main())
