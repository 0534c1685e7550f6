import asyncio


async def echo(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    print(host, server.is_serving())
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(b"one\n")
    writer.writelines([b"tw", b"o\n"])
    print(await reader.readline(), await reader.readexactly(4))
    big = b"x" * 60000 + b"\n"
    for _ in range(20):
        writer.write(big)
        await writer.drain()
        assert await reader.readline() == big.upper()
    writer.write(b"rest")
    print(writer.can_write_eof())
    writer.write_eof()
    print(await reader.read(), reader.at_eof())
    writer.close()
    await writer.wait_closed()
    print(writer.is_closing(), writer.get_extra_info("peername") == (host, port))
    many = await asyncio.gather(*[asyncio.open_connection(host, port) for _ in range(50)])
    for number, (_, writer) in enumerate(many):
        writer.write(b"%d\n" % number)
    print([int(await reader.readline()) for reader, _ in many] == list(range(50)))
    for _, writer in many:
        writer.close()
    server.close()
    await server.wait_closed()
    print(server.sockets, server.is_serving())
    try:
        await asyncio.open_connection(host, port)
    except ConnectionRefusedError as error:
        print(type(error).__name__, error.errno)


asyncio.run(main())
