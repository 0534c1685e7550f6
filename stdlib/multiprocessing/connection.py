"""Connections between processes: messages over pipes and pairs of sockets, and waiting for several at once."""

import os
import select
import time
from _multiprocessing import receive, send
from multiprocessing.context import BufferTooShort
from multiprocessing.reduction import DupFd, ForkingPickler
from pickle import loads

__all__ = ["Connection", "Pipe", "wait"]


class Connection:
    """One end of a connection: whole messages, bytes or pickled objects."""

    _handle = None

    def __init__(self, handle, readable=True, writable=True):
        handle = handle.__index__()
        if handle < 0:
            raise ValueError("invalid handle")
        if not readable and not writable:
            raise ValueError("at least one of `readable` and `writable` must be True")
        self._handle = handle
        self._readable = readable
        self._writable = writable

    def __del__(self, _close=os.close):
        if self._handle is not None:
            try:
                _close(self._handle)
            except OSError:
                pass

    def __reduce__(self):
        self._check_open()
        return _rebuild, (DupFd(self._handle), self._readable, self._writable)

    def _check_open(self):
        if self._handle is None:
            raise OSError("handle is closed")

    def _check_readable(self):
        if self._handle is None:
            raise OSError("handle is closed")
        if not self._readable:
            raise OSError("connection is write-only")

    def _check_writable(self):
        if self._handle is None:
            raise OSError("handle is closed")
        if not self._writable:
            raise OSError("connection is read-only")

    @property
    def closed(self):
        """Whether this end is closed."""
        return self._handle is None

    @property
    def readable(self):
        """Whether messages can be received."""
        return self._readable

    @property
    def writable(self):
        """Whether messages can be sent."""
        return self._writable

    def fileno(self):
        """The descriptor."""
        self._check_open()
        return self._handle

    def close(self):
        """Closes this end."""
        if self._handle is not None:
            handle, self._handle = self._handle, None
            os.close(handle)

    def send(self, obj):
        """Sends an object."""
        self._check_writable()
        send(self._handle, ForkingPickler.dumps(obj))

    def recv(self):
        """Receives an object. EOFError when the other end is closed and nothing is left."""
        self._check_readable()
        return loads(receive(self._handle))

    def send_bytes(self, buf, offset=0, size=None):
        """Sends bytes, or a part of them."""
        self._check_writable()
        if type(buf) is bytes and offset == 0 and size is None:
            send(self._handle, buf)
            return
        view = memoryview(buf)
        if view.itemsize > 1 or view.ndim != 1:
            view = view.cast("B")
        length = view.nbytes
        if offset < 0:
            raise ValueError("offset is negative")
        if length < offset:
            raise ValueError("buffer length < offset")
        if size is None:
            size = length - offset
        elif size < 0:
            raise ValueError("size is negative")
        elif offset + size > length:
            raise ValueError("buffer length < offset + size")
        send(self._handle, view[offset:offset + size])

    def recv_bytes(self, maxlength=None):
        """Receives bytes. OSError if there are more than `maxlength`: then no more can be received."""
        self._check_readable()
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")
        message = receive(self._handle, maxlength)
        if message is None:
            # What follows is the middle of a message.
            if self._writable:
                self._readable = False
            else:
                self.close()
            raise OSError("bad message length")
        return message

    def recv_bytes_into(self, buf, offset=0):
        """Receives bytes into a buffer; how many. BufferTooShort, with the bytes, if they do not fit."""
        self._check_readable()
        with memoryview(buf) as view:
            if offset < 0:
                raise ValueError("negative offset")
            if offset > view.nbytes:
                raise ValueError("offset too large")
            message = receive(self._handle)
            if view.nbytes < offset + len(message):
                raise BufferTooShort(message)
            with view.cast("B") as octets:
                octets[offset:offset + len(message)] = message
            return len(message)

    def poll(self, timeout=0.0):
        """Whether there is something to receive; waits for it, without end if the timeout is None."""
        self._check_readable()
        return bool(wait([self], timeout))

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def _rebuild(dup, readable, writable):
    return Connection(dup.detach(), readable, writable)


def Pipe(duplex=True):
    """The two ends of a connection; unless `duplex`, the first only receives and the second only sends."""
    if duplex:
        from _socket import socketpair

        one, other = socketpair()
        return Connection(one), Connection(other)
    reader, writer = os.pipe()
    return Connection(reader, writable=False), Connection(writer, readable=False)


def wait(object_list, timeout=None):
    """Those of the objects that are ready: connections that have something to receive or are at their end, sockets, and
    sentinels of processes that have ended. Waits until there is one, at most so many seconds."""
    objects = list(object_list)
    if not objects:
        # There is nothing that could get ready.
        if timeout is None:
            select.poll().poll()
        elif timeout > 0:
            time.sleep(timeout)
        return []
    poll = select.poll()
    by_number = {}
    for obj in objects:
        number = obj if isinstance(obj, int) else obj.fileno()
        poll.register(number, select.POLLIN)
        by_number.setdefault(number, []).append(obj)
    ready = poll.poll(None if timeout is None else max(timeout, 0) * 1000)
    return [obj for number, _ in ready for obj in by_number[number]]
