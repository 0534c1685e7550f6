"""What all files have in common; the classes show themselves as those of _io."""


class UnsupportedOperation(OSError, ValueError):
    __module__ = "io"


def _unsupported(name):
    raise UnsupportedOperation(name)


def _fill(buffer, data):
    """Puts data at the beginning of a buffer; how much that is."""
    with memoryview(buffer) as view, view.cast("B") as flat:
        flat[: len(data)] = data
    return len(data)


class _IOBase:
    """A file that can do nothing."""

    __module__ = "_io"

    def seek(self, offset, whence=0, /):
        _unsupported("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        _unsupported("truncate")

    def fileno(self):
        _unsupported("fileno")

    def flush(self):
        self._checkClosed()

    @property
    def closed(self):
        return getattr(self, "_IOBase__closed", False)

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self.__closed = True

    def isatty(self):
        self._checkClosed()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError("I/O operation on closed file." if msg is None else msg)

    def _checkReadable(self, msg=None):
        if not self.readable():
            raise UnsupportedOperation("File or stream is not readable." if msg is None else msg)

    def _checkWritable(self, msg=None):
        if not self.writable():
            raise UnsupportedOperation("File or stream is not writable." if msg is None else msg)

    def _checkSeekable(self, msg=None):
        if not self.seekable():
            raise UnsupportedOperation("File or stream is not seekable." if msg is None else msg)

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self, size=-1, /):
        """The next line with its end; of at most size bytes."""
        size = -1 if size is None else size.__index__()
        line = bytearray()
        while size < 0 or len(line) < size:
            part = self.read(1)
            if not part:
                break
            if not isinstance(part, bytes):
                raise OSError(f"read() should have returned a bytes object, not '{type(part).__name__}'")
            line += part
            if line.endswith(b"\n"):
                break
        return bytes(line)

    def readlines(self, hint=None, /):
        """A list of lines; no more once they have so many bytes."""
        if hint is None or hint <= 0:
            return list(self)
        lines = []
        size = 0
        for line in self:
            lines.append(line)
            size += len(line)
            if size >= hint:
                break
        return lines

    def writelines(self, lines, /):
        """Writes each of the lines."""
        self._checkClosed()
        for line in lines:
            self.write(line)


class _RawIOBase(_IOBase):
    """A file of bytes that asks the system each time."""

    __module__ = "_io"

    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        data = bytearray(size)
        count = self.readinto(data)
        if count is None:
            return None
        return bytes(data[:count])

    def readall(self):
        parts = []
        while part := self.read(8192):
            parts.append(part)
        if parts:
            return b"".join(parts)
        return part

    def readinto(self, buffer, /):
        _unsupported("readinto")

    def write(self, b, /):
        _unsupported("write")


class _BufferedIOBase(_IOBase):
    """A file of bytes that reads and writes more at a time than it is asked for."""

    __module__ = "_io"

    def detach(self):
        _unsupported("detach")

    def read(self, size=-1, /):
        _unsupported("read")

    def read1(self, size=-1, /):
        _unsupported("read1")

    def write(self, b, /):
        _unsupported("write")

    def readinto(self, buffer, /):
        return _fill(buffer, self.read(memoryview(buffer).nbytes))

    def readinto1(self, buffer, /):
        return _fill(buffer, self.read1(memoryview(buffer).nbytes))


class _TextIOBase(_IOBase):
    """A file of text."""

    __module__ = "_io"

    encoding = None
    newlines = None
    errors = None

    def detach(self):
        _unsupported("detach")

    def read(self, size=-1, /):
        _unsupported("read")

    def readline(self, size=-1, /):
        _unsupported("readline")

    def write(self, s, /):
        _unsupported("write")
