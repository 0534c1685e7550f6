"""Files in memory, and what all files have in common."""

import abc

from _io import BytesIO, StringIO
from _iobase import UnsupportedOperation, _BufferedIOBase, _IOBase, _RawIOBase, _TextIOBase

__all__ = [
    "BlockingIOError",
    "IOBase",
    "RawIOBase",
    "BytesIO",
    "StringIO",
    "BufferedIOBase",
    "TextIOBase",
    "UnsupportedOperation",
    "text_encoding",
    "SEEK_SET",
    "SEEK_CUR",
    "SEEK_END",
    "DEFAULT_BUFFER_SIZE",
]

BlockingIOError = BlockingIOError
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192


def text_encoding(encoding, stacklevel=2, /):
    """The encoding that a text file is opened with if this one is asked for."""
    return "locale" if encoding is None else encoding


class IOBase(_IOBase, metaclass=abc.ABCMeta):
    """A file that can do nothing; it is closed when it dies."""

    def __del__(self):
        try:
            self.close()
        except Exception:
            pass


class RawIOBase(_RawIOBase, IOBase):
    """A file of bytes that asks the system each time."""


class BufferedIOBase(_BufferedIOBase, IOBase):
    """A file of bytes that reads and writes more at a time than it is asked for."""


class TextIOBase(_TextIOBase, IOBase):
    """A file of text."""


BufferedIOBase.register(BytesIO)
TextIOBase.register(StringIO)
