"""Sending files: by the system, which reads and sends without the program, or else block by block. Methods of loops and
transports."""

import os

from . import constants, exceptions, protocols

# The most that the system is asked to send at once.
_MOST = 1 << 30


def check_parameters(sock, file, offset, count):
    """Refuses what cannot be sent. ``sock`` is None where a transport stands before it."""
    import socket

    socket._check_sendfile(file, sock is None or sock.type == socket.SOCK_STREAM, count)
    if not isinstance(offset, int):
        raise TypeError(f"offset must be a non-negative integer (got {offset!r})")
    if offset < 0:
        raise ValueError(f"offset must be a non-negative integer (got {offset!r})")


async def send_by_system(file, offset, count, send):
    """Has the system send a file. ``send(fileno, offset, size)`` waits until it has sent something and tells how much; 0
    at the end of the file. Returns how many bytes there were."""
    try:
        fileno = file.fileno()
        size = os.fstat(fileno).st_size
    except (AttributeError, OSError):
        raise exceptions.SendfileNotAvailableError("not a regular file") from None
    total = 0
    try:
        while count is None or total < count:
            left = size if count is None else count - total
            if left == 0:
                break
            try:
                sent = await send(fileno, offset + total, min(left, _MOST))
            except OSError as error:
                if total == 0:
                    # A file of a kind that the system does not send, for instance.
                    raise exceptions.SendfileNotAvailableError("os.sendfile call failed") from error
                raise
            if sent == 0:
                break
            total += sent
        return total
    finally:
        if total > 0:
            os.lseek(fileno, offset + total, os.SEEK_SET)


async def send_blocks(loop, file, offset, count, send):
    """Reads a file in another thread and sends it. Returns how many bytes there were."""
    # Without an offset it is sent from where it stands.
    if offset and hasattr(file, "seek"):
        file.seek(offset)
    size = constants.SENDFILE_FALLBACK_READBUFFER_SIZE
    total = 0
    try:
        while count is None or total < count:
            block = await loop.run_in_executor(None, file.read, size if count is None else min(size, count - total))
            if not block:
                break
            await send(block)
            total += len(block)
        return total
    finally:
        if total > 0 and hasattr(file, "seek"):
            file.seek(offset + total)


async def send_through_transport(loop, transport, file, offset, count, fallback):
    """`loop.sendfile()`"""
    if transport.is_closing():
        raise RuntimeError("Transport is closing")
    mode = getattr(transport, "_sendfile_compatible", constants._SendfileMode.UNSUPPORTED)
    if mode is constants._SendfileMode.UNSUPPORTED:
        raise RuntimeError(f"sendfile is not supported for transport {transport!r}")
    check_parameters(None, file, offset, count)
    if mode is constants._SendfileMode.TRY_NATIVE:
        try:
            return await loop._sendfile_native(transport, file, offset, count)
        except exceptions.SendfileNotAvailableError:
            if not fallback:
                raise
    if not fallback:
        raise RuntimeError(f"fallback is disabled and native sendfile is not supported for transport {transport!r}")
    sender = _BlockSender(loop, transport)
    try:
        return await send_blocks(loop, file, offset, count, sender.send)
    finally:
        sender.give_back()


class _BlockSender(protocols.Protocol):
    """Stands in for a transport's protocol while a file is sent: it waits where that would be told to pause."""

    def __init__(self, loop, transport):
        self._loop = loop
        self._transport = transport
        self._protocol = transport.get_protocol()
        self._was_reading = transport.is_reading()
        self._was_paused = transport._protocol_paused
        self._room = loop.create_future() if self._was_paused else None
        transport.pause_reading()
        transport.set_protocol(self)

    async def send(self, block):
        """Sends a block when there is room for it."""
        if self._transport.is_closing():
            raise ConnectionError("Connection closed by peer")
        if self._room is not None:
            await self._room
        self._transport.write(block)

    def give_back(self):
        """The protocol has its transport again."""
        self._transport.set_protocol(self._protocol)
        if self._was_reading:
            self._transport.resume_reading()
        if self._room is not None:
            # Nobody waits for it any longer.
            self._room.cancel()
        if self._was_paused:
            self._protocol.resume_writing()

    def connection_made(self, transport):
        raise RuntimeError("Invalid state: connection should have been established already.")

    def connection_lost(self, exc):
        if self._room is not None:
            self._room.set_exception(exc if exc is not None else ConnectionError("Connection is closed by peer"))
        self._protocol.connection_lost(exc)

    def pause_writing(self):
        if self._room is None:
            self._room = self._loop.create_future()

    def resume_writing(self):
        if self._room is not None:
            self._room.set_result(None)
            self._room = None

    def data_received(self, data):
        raise RuntimeError("Invalid state: reading should be paused")

    def eof_received(self):
        raise RuntimeError("Invalid state: reading should be paused")
