"""A server of HTTP/1.1 that curl talks to: bodies with a length and in chunks, `Expect`, `HEAD`, connections that stay.

It prints its port, and after a request for /quit what is left: tasks, descriptors, and how many clients have gone away in the middle.
"""

import asyncio
import os

PIECE = bytes(range(256)) * 64


class Gone(Exception):
    """The client has closed the connection between two requests."""


class Server:
    def __init__(self):
        self.gone = 0
        self.connections = 0
        self.quit = asyncio.Event()

    async def connected(self, reader, writer):
        self.connections += 1
        try:
            while await self.serve(reader, writer):
                pass
        except Gone:
            pass
        except (ConnectionError, asyncio.IncompleteReadError):
            self.gone += 1
        finally:
            writer.close()
            try:
                await writer.wait_closed()
            except ConnectionError:
                pass

    async def serve(self, reader, writer):
        """Answers one request. Returns whether the connection stays."""
        line = await reader.readline()
        if not line:
            raise Gone
        method, path, version = line.decode("ascii").split()
        headers = {}
        while (line := await reader.readline()) != b"\r\n":
            if not line:
                raise asyncio.IncompleteReadError(line, None)
            name, _, value = line.decode("latin-1").partition(":")
            headers[name.lower()] = value.strip()
        if headers.get("expect") == "100-continue":
            writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        body = self.body(reader, headers)
        answer = getattr(self, "answer_" + path.strip("/").split("/")[0], self.answer_unknown)
        await answer(method, path, body, writer)
        # What the answer did not ask for is in the way of the next request.
        async for _ in body:
            pass
        await writer.drain()
        return version == "HTTP/1.1" and headers.get("connection", "").lower() != "close"

    async def body(self, reader, headers):
        if headers.get("transfer-encoding") == "chunked":
            while size := int(await reader.readline(), 16):
                yield await reader.readexactly(size)
                await reader.readexactly(2)
            await reader.readuntil(b"\r\n")
        left = int(headers.get("content-length", 0))
        while left:
            piece = await reader.read(min(left, 65536))
            if not piece:
                raise asyncio.IncompleteReadError(piece, left)
            left -= len(piece)
            yield piece

    def head(self, writer, length, status="200 OK"):
        size = "Transfer-Encoding: chunked" if length is None else f"Content-Length: {length}"
        writer.write(f"HTTP/1.1 {status}\r\n{size}\r\nContent-Type: application/octet-stream\r\n\r\n".encode("ascii"))

    def text(self, writer, method, text, status="200 OK"):
        self.head(writer, len(text), status)
        if method != "HEAD":
            writer.write(text.encode("ascii"))

    async def answer_hello(self, method, path, body, writer):
        self.text(writer, method, f"hello from {path}\n")

    async def answer_count(self, method, path, body, writer):
        """How many bytes came, and what their sum is."""
        count = total = 0
        async for piece in body:
            count += len(piece)
            total += sum(piece)
        self.text(writer, method, f"{count} bytes, sum {total}\n")

    async def answer_echo(self, method, path, body, writer):
        """Each piece goes back before the next is read."""
        self.head(writer, None)
        async for piece in body:
            writer.write(b"%x\r\n%b\r\n" % (len(piece), piece))
            await writer.drain()
        writer.write(b"0\r\n\r\n")

    async def answer_bytes(self, method, path, body, writer):
        """So many bytes."""
        left = int(path.split("/")[2])
        self.head(writer, left)
        while left and method != "HEAD":
            piece = PIECE[:left]
            writer.write(piece)
            await writer.drain()
            left -= len(piece)

    async def answer_forever(self, method, path, body, writer):
        self.head(writer, None)
        while True:
            writer.write(b"%x\r\n%b\r\n" % (len(PIECE), PIECE))
            await writer.drain()

    async def answer_slowly(self, method, path, body, writer):
        self.head(writer, 3)
        for byte in b"abc":
            await asyncio.sleep(0.02)
            writer.write(bytes([byte]))
            await writer.drain()

    async def answer_quit(self, method, path, body, writer):
        self.text(writer, method, "goodbye\n")
        self.quit.set()

    async def answer_unknown(self, method, path, body, writer):
        self.text(writer, method, "there is nothing here\n", "404 Not Found")


def descriptors():
    return len(os.listdir("/proc/self/fd"))


async def main():
    before = descriptors()
    own = Server()
    server = await asyncio.start_server(own.connected, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await own.quit.wait()
    # Those that went away may still be on their way out.
    for _ in range(200):
        if len(asyncio.all_tasks()) == 1 and descriptors() == before:
            break
        await asyncio.sleep(0.01)
    print(f"tasks {len(asyncio.all_tasks())}, descriptors {descriptors() - before:+}, gone {own.gone}, connections {own.connections}")


asyncio.run(main())
