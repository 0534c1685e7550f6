"""What is told of connections: base classes for programs."""

__all__ = ("BaseProtocol", "Protocol", "DatagramProtocol", "SubprocessProtocol", "BufferedProtocol")


class BaseProtocol:
    """What all protocols are told."""

    __slots__ = ()

    def connection_made(self, transport):
        """There is a connection."""

    def connection_lost(self, exc):
        """The connection has ended; None: as it should."""

    def pause_writing(self):
        """So much waits to be sent that nothing should be added."""

    def resume_writing(self):
        """There is room again."""


class Protocol(BaseProtocol):
    """A stream of bytes."""

    __slots__ = ()

    def data_received(self, data):
        """Bytes have come."""

    def eof_received(self):
        """No more bytes will come. If the answer is true, the protocol closes the connection itself."""


class BufferedProtocol(BaseProtocol):
    """A stream of bytes that are received into buffers of the protocol."""

    __slots__ = ()

    def get_buffer(self, sizehint):
        """A buffer to receive into."""

    def buffer_updated(self, nbytes):
        """So many bytes are in the buffer."""

    def eof_received(self):
        """No more bytes will come. If the answer is true, the protocol closes the connection itself."""


class DatagramProtocol(BaseProtocol):
    """Datagrams."""

    __slots__ = ()

    def datagram_received(self, data, addr):
        """A datagram has come."""

    def error_received(self, exc):
        """An operation has failed."""


class SubprocessProtocol(BaseProtocol):
    """A child process and its pipes."""

    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """The child has written to a pipe."""

    def pipe_connection_lost(self, fd, exc):
        """A pipe is closed."""

    def process_exited(self):
        """The child has ended."""


def _feed_data_to_buffered_proto(proto, data):
    """Gives bytes to a protocol with buffers of its own."""
    while data:
        buffer = proto.get_buffer(len(data))
        room = len(buffer)
        if not room:
            raise RuntimeError("get_buffer() returned an empty buffer")
        if room >= len(data):
            buffer[:len(data)] = data
            proto.buffer_updated(len(data))
            return
        buffer[:room] = data[:room]
        proto.buffer_updated(room)
        data = data[room:]
