import asyncio
import socket


async def serve(loop, listener):
    connection, address = await loop.sock_accept(listener)
    data = await loop.sock_recv(connection, 100)
    await loop.sock_sendall(connection, data[::-1] * 200000)
    connection.close()


async def main():
    loop = asyncio.get_running_loop()
    with socket.socket() as listener, socket.socket() as client:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.setblocking(False)
        client.setblocking(False)
        task = asyncio.create_task(serve(loop, listener))
        await loop.sock_connect(client, listener.getsockname())
        await loop.sock_sendall(client, b"abcdef")
        buffer = bytearray(65536)
        total = 0
        while count := await loop.sock_recv_into(client, buffer):
            total += count
        print(total)
        await task
        # A cancelled wait leaves the socket alone.
        try:
            await asyncio.wait_for(loop.sock_accept(listener), 0.01)
        except TimeoutError:
            print("timed out", loop.remove_reader(listener.fileno()))
    first, second = socket.socketpair()
    with first, second:
        first.setblocking(False)
        read = []
        loop.add_reader(first, lambda: read.append(first.recv(10)))
        second.send(b"1")
        await asyncio.sleep(0.02)
        print(read, loop.remove_reader(first), loop.remove_reader(first))
        wrote = asyncio.Event()
        loop.add_writer(first, wrote.set)
        print(await wrote.wait(), loop.remove_writer(first))
    found = await loop.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM)
    print(found[0][4])


asyncio.run(main())
