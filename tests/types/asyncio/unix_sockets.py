import asyncio
import os

PATH = f"/tmp/taipan-asyncio-{os.getpid()}.sock"


async def echo(reader, writer):
    writer.write(await reader.readline())
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_unix_server(echo, PATH)
    reader, writer = await asyncio.open_unix_connection(PATH)
    writer.write(b"through a path\n")
    print(await reader.readline(), await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    print(os.path.exists(PATH))
    try:
        await asyncio.open_unix_connection(PATH)
    except FileNotFoundError as error:
        print(type(error).__name__)
    for arguments in {}, {"path": "x", "sock": 3}:
        try:
            await asyncio.start_unix_server(echo, **arguments)
        except ValueError as error:
            print(error)


asyncio.run(main())
