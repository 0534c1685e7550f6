# by hand
import asyncio


async def main():
    for call in (lambda: asyncio.open_connection("127.0.0.1", 1, ssl=True),
                 lambda: asyncio.start_server(print, "127.0.0.1", 0, ssl=object())):
        try:
            await call()
        except ImportError as error:
            print(error, error.name)


asyncio.run(main())
