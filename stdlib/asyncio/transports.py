"""What connections can do: base classes."""

from _asyncio import BaseTransport as _BaseTransport, FlowControl

__all__ = ("BaseTransport", "ReadTransport", "WriteTransport", "Transport", "DatagramTransport", "SubprocessTransport")


class BaseTransport(_BaseTransport):
    """What all transports can do."""

    __slots__ = ()

    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        """What is known beside the connection: `socket`, `peername` …"""
        return self._extra.get(name, default)

    def is_closing(self):
        """Whether the transport is closed or about to be."""
        raise NotImplementedError

    def close(self):
        """Ends the connection when all has been sent."""
        raise NotImplementedError

    def set_protocol(self, protocol):
        """Sets who is told of the connection."""
        raise NotImplementedError

    def get_protocol(self):
        """Who is told of the connection."""
        raise NotImplementedError


# The native base has the place for it.
BaseTransport.__slots__ = ("_extra",)


class ReadTransport(BaseTransport):
    """Receives."""

    __slots__ = ()

    def is_reading(self):
        """Whether it receives now."""
        raise NotImplementedError

    def pause_reading(self):
        """Receives nothing until resume_reading()."""
        raise NotImplementedError

    def resume_reading(self):
        """Receives again."""
        raise NotImplementedError


class WriteTransport(BaseTransport):
    """Sends."""

    __slots__ = ()

    def set_write_buffer_limits(self, high=None, low=None):
        """Sets how much may wait to be sent before the protocol is told to pause, and to what it falls before it is told
        to go on."""
        raise NotImplementedError

    def get_write_buffer_size(self):
        """How much waits to be sent."""
        raise NotImplementedError

    def get_write_buffer_limits(self):
        """The limits: (low, high)."""
        raise NotImplementedError

    def write(self, data):
        """Sends bytes, now or when there is room."""
        raise NotImplementedError

    def writelines(self, list_of_data):
        """Sends the bytes of several objects."""
        self.write(b"".join(list_of_data))

    def write_eof(self):
        """Tells the peer that no more bytes will come, when all has been sent."""
        raise NotImplementedError

    def can_write_eof(self):
        """Whether write_eof() can be used."""
        raise NotImplementedError

    def abort(self):
        """Ends the connection at once; what has not been sent is lost."""
        raise NotImplementedError


class Transport(ReadTransport, WriteTransport):
    """Receives and sends a stream of bytes."""

    __slots__ = ()


class DatagramTransport(BaseTransport):
    """Receives and sends datagrams."""

    __slots__ = ()

    def sendto(self, data, addr=None):
        """Sends a datagram, now or when there is room."""
        raise NotImplementedError

    def abort(self):
        """Ends the endpoint at once; what has not been sent is lost."""
        raise NotImplementedError


class SubprocessTransport(BaseTransport):
    """A child process."""

    __slots__ = ()

    def get_pid(self):
        """Its number."""
        raise NotImplementedError

    def get_returncode(self):
        """Its exit code; None while it runs."""
        raise NotImplementedError

    def get_pipe_transport(self, fd):
        """The transport of one of its pipes."""
        raise NotImplementedError

    def send_signal(self, signal):
        """Sends it a signal."""
        raise NotImplementedError

    def terminate(self):
        """Asks it to end."""
        raise NotImplementedError

    def kill(self):
        """Ends it."""
        raise NotImplementedError


class _FlowControlMixin(FlowControl, Transport):
    """Tells the protocol to pause and to go on as the buffer fills and empties."""

    __slots__ = ()

    def __init__(self, extra=None, loop=None):
        super().__init__(extra)
        self._loop = loop
        self._protocol_paused = False
        self._set_write_buffer_limits()

    def _tell_protocol(self, name, call):
        try:
            call()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._loop.call_exception_handler({
                "message": f"protocol.{name}() failed",
                "exception": error,
                "transport": self,
                "protocol": self._protocol,
            })

    def _maybe_pause_protocol(self):
        if self.get_write_buffer_size() > self._high_water and not self._protocol_paused:
            self._protocol_paused = True
            self._tell_protocol("pause_writing", self._protocol.pause_writing)

    def _maybe_resume_protocol(self):
        if self._protocol_paused and self.get_write_buffer_size() <= self._low_water:
            self._protocol_paused = False
            self._tell_protocol("resume_writing", self._protocol.resume_writing)

    def get_write_buffer_limits(self):
        """The limits: (low, high)."""
        return self._low_water, self._high_water

    def _set_write_buffer_limits(self, high=None, low=None):
        if high is None:
            high = 64 * 1024 if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError(f"high ({high!r}) must be >= low ({low!r}) must be >= 0")
        self._high_water = high
        self._low_water = low

    def set_write_buffer_limits(self, high=None, low=None):
        """Sets how much may wait to be sent before the protocol is told to pause, and to what it falls before it is told
        to go on."""
        self._set_write_buffer_limits(high=high, low=low)
        self._maybe_pause_protocol()


# The native base has the places for them.
_FlowControlMixin.__slots__ = ("_loop", "_protocol_paused", "_high_water", "_low_water")
