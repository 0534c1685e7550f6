import asyncio


async def hold(reader, writer):
    await reader.read()
    writer.close()


async def main():
    server = await asyncio.start_server(hold, "127.0.0.1", 0, start_serving=False)
    print(server.is_serving())
    await server.start_serving()
    print(server.is_serving())
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    await asyncio.sleep(0.02)
    server.close()
    waiting = asyncio.create_task(server.wait_closed())
    await asyncio.sleep(0.02)
    print(waiting.done())
    server.close_clients()
    await waiting
    print(await reader.read())
    writer.close()
    await writer.wait_closed()

    server = await asyncio.start_server(hold, "127.0.0.1", 0)
    forever = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    forever.cancel()
    try:
        await forever
    except asyncio.CancelledError:
        print("cancelled", server.is_serving())
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print(error)
    async with await asyncio.start_server(hold, "127.0.0.1", 0) as server:
        print(server.is_serving())
        # A port that is taken.
        port = server.sockets[0].getsockname()[1]
        try:
            await asyncio.start_server(hold, "127.0.0.1", port)
        except OSError as error:
            print(str(error).replace(str(port), "PORT"))
    print(server.is_serving())
    for arguments in {"host": "x", "sock": 3}, {}, {"ssl": True}:
        try:
            await asyncio.start_server(hold, **arguments)
        except (TypeError, ValueError) as error:
            print(error)


asyncio.run(main())
