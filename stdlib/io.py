"""Files: of bytes and of text, in the file system and in memory."""

import abc

from _io import (
    DEFAULT_BUFFER_SIZE,
    BlockingIOError,
    BufferedRandom,
    BufferedReader,
    BufferedRWPair,
    BufferedWriter,
    BytesIO,
    FileIO,
    IncrementalNewlineDecoder,
    StringIO,
    TextIOWrapper,
    UnsupportedOperation,
    _BufferedIOBase,
    _IOBase,
    _RawIOBase,
    _TextIOBase,
    open,
    open_code,
    text_encoding,
)

__all__ = [
    "BlockingIOError",
    "open",
    "open_code",
    "IOBase",
    "RawIOBase",
    "FileIO",
    "BytesIO",
    "StringIO",
    "BufferedIOBase",
    "BufferedReader",
    "BufferedWriter",
    "BufferedRWPair",
    "BufferedRandom",
    "TextIOBase",
    "TextIOWrapper",
    "UnsupportedOperation",
    "SEEK_SET",
    "SEEK_CUR",
    "SEEK_END",
    "text_encoding",
    "DEFAULT_BUFFER_SIZE",
    "IncrementalNewlineDecoder",
]

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2


class IOBase(_IOBase, metaclass=abc.ABCMeta):
    """A file that can do nothing; it is closed when it dies."""


class RawIOBase(_RawIOBase, IOBase):
    """A file of bytes that asks the system each time."""


class BufferedIOBase(_BufferedIOBase, IOBase):
    """A file of bytes that reads and writes more at a time than it is asked for."""


class TextIOBase(_TextIOBase, IOBase):
    """A file of text."""


RawIOBase.register(FileIO)
for _class in (BytesIO, BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair):
    BufferedIOBase.register(_class)
for _class in (StringIO, TextIOWrapper):
    TextIOBase.register(_class)
del _class
