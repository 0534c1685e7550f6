"""File objects for the ends of pipes, as `subprocess` gives them: of bytes, and of text over those.

A reader of text keeps the bytes of a character that has come in part, and a carriage return that may be the first half of
a line's end, until more has come.
"""

import os
from _thread import RLock
from operator import index

BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    """The end of the pipe is for the other direction."""


def _checked(size):
    """The size of a read; None and negative sizes mean all."""
    if size is None:
        return -1
    try:
        return index(size)
    except TypeError:
        raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'") from None


class _Pipe:
    """What all kinds have in common."""

    def __enter__(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        return self

    def __exit__(self, *exc):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readable(self):
        """Whether it can be read from."""
        return False

    def writable(self):
        """Whether it can be written to."""
        return False

    def seekable(self):
        """False: a pipe has no positions."""
        return False

    def read(self, size=-1):
        raise UnsupportedOperation("read")

    def readline(self, size=-1):
        raise UnsupportedOperation("readline")

    def readlines(self, hint=-1):
        """The lines that are left; with a hint, until they have so many bytes or characters."""
        lines, total = [], 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
                break
        return lines

    def write(self, data):
        raise UnsupportedOperation("write")

    def writelines(self, lines):
        """Writes all of the lines."""
        for line in lines:
            self.write(line)

    def flush(self):
        """Gives everything to the system."""
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def isatty(self):
        """Whether it is a terminal."""
        return os.isatty(self.fileno())


class _Binary(_Pipe):
    """An end of a pipe, which it closes."""

    def __init__(self, descriptor):
        self._descriptor = descriptor
        self._lock = RLock()

    def __repr__(self):
        return f"<{type(self).__name__} name={self.name}>"

    def __del__(self):
        try:
            self.close()
        except (OSError, ValueError, AttributeError):
            pass

    @property
    def name(self):
        """The descriptor."""
        return self._descriptor

    @property
    def closed(self):
        """Whether it is closed."""
        return self._descriptor < 0

    def fileno(self):
        """The descriptor."""
        if self._descriptor < 0:
            raise ValueError("I/O operation on closed file")
        return self._descriptor

    def close(self):
        """Closes the descriptor."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)


class BinaryReader(_Binary):
    """The end of a pipe that bytes come from. Without a buffer every call reads once."""

    mode = "rb"

    def __init__(self, descriptor, buffered=True):
        super().__init__(descriptor)
        self._buffered = buffered
        self._bytes = bytearray()

    def readable(self):
        return True

    def _fill(self, size=BUFFER_SIZE):
        """Reads once; whether anything came."""
        if self._descriptor < 0:
            raise ValueError("read of closed file")
        more = os.read(self._descriptor, max(size, BUFFER_SIZE) if self._buffered else size)
        self._bytes += more
        return bool(more)

    def _take(self, size):
        taken = bytes(self._bytes[:size])
        del self._bytes[:size]
        return taken

    def read(self, size=-1):
        """So many bytes, fewer at the end; all that are left without a size."""
        size = _checked(size)
        with self._lock:
            if self._descriptor < 0:
                raise ValueError("read of closed file")
            if size < 0:
                while self._fill(1 << 16):
                    pass
                return self._take(len(self._bytes))
            if self._buffered:
                while len(self._bytes) < size and self._fill(size - len(self._bytes)):
                    pass
            elif size and not self._bytes:
                self._fill(size)
            return self._take(size)

    def read1(self, size=-1):
        """At most so many bytes, with at most one read of the system."""
        with self._lock:
            if not self._bytes and size != 0:
                self._fill(BUFFER_SIZE if size is None or size < 0 else size)
            return self._take(len(self._bytes) if size is None or size < 0 else size)

    def readinto(self, buffer):
        """Reads into a buffer; how many bytes."""
        with memoryview(buffer).cast("B") as view:
            data = self.read(len(view))
            view[:len(data)] = data
        return len(data)

    def readall(self):
        """All bytes that are left."""
        return self.read()

    def peek(self, size=0):
        """What has been read ahead, after at most one read of the system."""
        with self._lock:
            if not self._bytes:
                self._fill()
            return bytes(self._bytes)

    def readline(self, size=-1):
        """The bytes up to the end of a line, and at most so many."""
        with self._lock:
            if self._descriptor < 0:
                raise ValueError("readline of closed file")
            begin = 0
            limit = max(_checked(size), -1)
            while True:
                end = self._bytes.find(b"\n", begin) + 1
                if limit >= 0 and (end > limit or not end and len(self._bytes) >= limit):
                    end = limit
                    break
                if end:
                    break
                begin = len(self._bytes)
                if not self._fill(BUFFER_SIZE if self._buffered else 1):
                    end = len(self._bytes)
                    break
            return self._take(end)


class BinaryWriter(_Binary):
    """The end of a pipe that bytes go to. Without a buffer every write goes to the system at once."""

    mode = "wb"

    def __init__(self, descriptor, size=BUFFER_SIZE):
        super().__init__(descriptor)
        self._size = size
        self._bytes = bytearray()

    def writable(self):
        return True

    def write(self, data):
        """Writes bytes; how many were taken."""
        if self._descriptor < 0:
            raise ValueError("write to closed file")
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        with self._lock:
            if not self._size:
                return os.write(self._descriptor, data)
            with memoryview(data).cast("B") as view:
                length = len(view)
                self._bytes += view
            if len(self._bytes) > self._size:
                self.flush()
            return length

    def flush(self):
        if self._descriptor < 0:
            raise ValueError("flush of closed file")
        with self._lock:
            while self._bytes:
                written = os.write(self._descriptor, self._bytes)
                del self._bytes[:written]

    def close(self):
        """Writes what is left, and closes the descriptor."""
        if self._descriptor < 0:
            return
        try:
            self.flush()
        finally:
            super().close()


class _Text(_Pipe):
    """Text over an end of a pipe."""

    def __init__(self, buffer, encoding="utf-8", errors="strict"):
        self.buffer = buffer
        self.encoding = encoding or "utf-8"
        self.errors = errors or "strict"
        "".encode(self.encoding)

    def __repr__(self):
        return f"<{type(self).__name__} name={self.name} encoding={self.encoding!r}>"

    @property
    def name(self):
        """The descriptor."""
        return self.buffer.name

    @property
    def closed(self):
        """Whether it is closed."""
        return self.buffer.closed

    def fileno(self):
        """The descriptor."""
        return self.buffer.fileno()

    def close(self):
        """Closes the descriptor."""
        self.buffer.close()


def decoded(data, pipe):
    """The text of bytes from a pipe of text, every kind of line end as a newline."""
    return data.decode(pipe.encoding, pipe.errors).replace("\r\n", "\n").replace("\r", "\n")


class TextReader(_Text):
    """Text from a pipe; every kind of line end is read as a newline."""

    mode = "r"
    newlines = None

    def __init__(self, buffer, encoding="utf-8", errors="strict"):
        super().__init__(buffer, encoding, errors)
        self._text = ""
        self._bytes = b""
        self._at_end = False
        plain = self.encoding.lower().replace("_", "-")
        self._is_utf8 = plain in ("utf-8", "utf8")
        # In these a character's bytes can be split anywhere, and only the beginning says in which order they are.
        self._is_wide = plain.startswith(("utf-16", "utf-32", "utf16", "utf32"))

    def readable(self):
        return True

    def _fill(self):
        """Reads once and decodes what is whole; whether there may be more."""
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if self._at_end:
            return False
        more = self.buffer.read() if self._is_wide else self.buffer.read1(BUFFER_SIZE)
        self._at_end = not more or self._is_wide
        data = self._bytes + more
        self._bytes = b""
        if not self._at_end:
            cut = len(data)
            if self._is_utf8:
                cut -= _unfinished(data)
            if data[:cut].endswith(b"\r"):
                cut -= 1
            data, self._bytes = data[:cut], data[cut:]
        self._text += decoded(data, self)
        return not self._at_end

    def _take(self, size):
        taken, self._text = self._text[:size], self._text[size:]
        return taken

    def read(self, size=-1):
        """So many characters, fewer at the end; all that are left without a size."""
        size = _checked(size)
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if size < 0:
            if not self._at_end:
                data, self._bytes = self._bytes + self.buffer.read(), b""
                self._at_end = True
                self._text += decoded(data, self)
            return self._take(len(self._text))
        while len(self._text) < size and self._fill():
            pass
        return self._take(size)

    def readline(self, size=-1):
        """The characters up to the end of a line, and at most so many."""
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        limit = max(_checked(size), -1)
        begin = 0
        while True:
            end = self._text.find("\n", begin) + 1
            if limit >= 0 and (end > limit or not end and len(self._text) >= limit):
                return self._take(limit)
            if end:
                return self._take(end)
            begin = len(self._text)
            if not self._fill() and "\n" not in self._text[begin:]:
                return self._take(len(self._text) if limit < 0 else limit)


def _unfinished(data):
    """How many bytes at the end are the beginning of a UTF-8 character that is not whole."""
    for back in range(1, min(3, len(data)) + 1):
        byte = data[-back]
        if byte >= 0xC0:
            wanted = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            return back if back < wanted else 0
        if byte < 0x80:
            return 0
    return 0


class TextWriter(_Text):
    """Text to a pipe."""

    mode = "w"

    def __init__(self, buffer, encoding="utf-8", errors="strict", line_buffering=False):
        super().__init__(buffer, encoding, errors)
        self.line_buffering = line_buffering

    def writable(self):
        return True

    def write(self, text):
        """Writes text; how many characters it has."""
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        data = text.encode(self.encoding, self.errors)
        while True:
            written = self.buffer.write(data)
            if written >= len(data):
                break
            data = data[written:]
        if self.line_buffering and ("\n" in text or "\r" in text):
            self.buffer.flush()
        return len(text)

    def flush(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        self.buffer.flush()
