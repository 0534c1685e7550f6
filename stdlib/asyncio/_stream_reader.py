"""What has been received and not yet read."""

from _asyncio import StreamReader as _StreamReader

from . import exceptions

_DEFAULT_LIMIT = 2 ** 16


class StreamReader(_StreamReader):
    """Bytes that come from elsewhere. While more than twice `limit` of them wait, no more are received."""

    _source_traceback = None

    def __repr__(self):
        words = ["StreamReader"]
        if self._buffer:
            words.append(f"{len(self._buffer)} bytes")
        if self._eof:
            words.append("eof")
        if self._limit != _DEFAULT_LIMIT:
            words.append(f"limit={self._limit}")
        if self._waiter:
            words.append(f"waiter={self._waiter!r}")
        if self._exception:
            words.append(f"exception={self._exception!r}")
        if self._transport:
            words.append(f"transport={self._transport!r}")
        if self._paused:
            words.append("paused")
        return f"<{' '.join(words)}>"

    async def readline(self):
        """Bytes up to and with the next newline, or up to the end. ValueError if the line is longer than the limit."""
        try:
            return await self.readuntil(b"\n")
        except exceptions.IncompleteReadError as error:
            return error.partial
        except exceptions.LimitOverrunError as error:
            # The line is thrown away as far as it has come.
            if self._buffer.startswith(b"\n", error.consumed):
                del self._buffer[:error.consumed + 1]
            else:
                self._buffer.clear()
            self._maybe_resume_transport()
            raise ValueError(error.args[0])

    async def readuntil(self, separator=b"\n"):
        """Bytes up to and with a separator, or the one of several in a tuple that ends first."""
        if isinstance(separator, tuple):
            separators = sorted(separator, key=len)
        else:
            separators = [separator]
        if not separators:
            raise ValueError("Separator should contain at least one element")
        shortest, longest = len(separators[0]), len(separators[-1])
        if shortest == 0:
            raise ValueError("Separator should be at least one-byte string")
        if self._exception is not None:
            raise self._exception
        # Before this position no separator begins.
        offset = 0
        while True:
            length = len(self._buffer)
            if length - offset >= shortest:
                start = end = None
                for sep in separators:
                    found = self._buffer.find(sep, offset)
                    if found != -1 and (end is None or found + len(sep) < end):
                        start, end = found, found + len(sep)
                if end is not None:
                    break
                # The beginning of one may stand at the end.
                offset = max(0, length + 1 - longest)
                if offset > self._limit:
                    raise exceptions.LimitOverrunError("Separator is not found, and chunk exceed the limit", offset)
            if self._eof:
                data = bytes(self._buffer)
                self._buffer.clear()
                raise exceptions.IncompleteReadError(data, None)
            await self._wait_for_data("readuntil")
        if start > self._limit:
            raise exceptions.LimitOverrunError("Separator is found, but chunk is longer than limit", start)
        return self._take(end)

    async def read(self, n=-1):
        """Up to so many bytes, at least one unless the end has been reached; -1: all up to the end."""
        data = self._read_now(n)
        if data is not None:
            return data
        if n < 0:
            blocks = []
            while True:
                block = await self.read(self._limit)
                if not block:
                    break
                blocks.append(block)
            return b"".join(blocks)
        if not self._eof and not self._size():
            await self._wait_for_data("read")
        return self._take(n)

    async def readexactly(self, n):
        """Exactly so many bytes. IncompleteReadError if there are fewer."""
        if n < 0:
            raise ValueError("readexactly size can not be less than zero")
        if self._exception is not None:
            raise self._exception
        if n == 0:
            return b""
        while self._size() < n:
            if self._eof:
                partial = bytes(self._buffer)
                self._buffer.clear()
                raise exceptions.IncompleteReadError(partial, n)
            await self._wait_for_data("readexactly")
        return self._take(n)

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if line == b"":
            raise StopAsyncIteration
        return line


StreamReader.__module__ = "asyncio.streams"
