import asyncio


class Receiver(asyncio.DatagramProtocol):
    def __init__(self, queue):
        self.queue = queue

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        self.queue.put_nowait((data, addr[0]))
        if data.startswith(b"ping"):
            self.transport.sendto(b"pong", addr)


async def main():
    loop = asyncio.get_running_loop()
    served, answered = asyncio.Queue(), asyncio.Queue()
    server, _ = await loop.create_datagram_endpoint(lambda: Receiver(served), local_addr=("127.0.0.1", 0))
    address = server.get_extra_info("sockname")
    client, _ = await loop.create_datagram_endpoint(lambda: Receiver(answered), remote_addr=address)
    client.sendto(b"ping 1")
    print(await served.get(), await answered.get())
    try:
        client.sendto(b"x", ("127.0.0.1", 1))
    except ValueError as error:
        print(str(error).split("(")[0])
    client.close()
    server.close()
    await asyncio.sleep(0)
    for arguments in {}, {"local_addr": "x"}:
        try:
            await loop.create_datagram_endpoint(asyncio.DatagramProtocol, **arguments)
        except (TypeError, ValueError) as error:
            print(error)


asyncio.run(main())
