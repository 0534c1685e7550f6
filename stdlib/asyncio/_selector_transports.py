"""Transports for sockets."""

import collections
import selectors
import socket
import warnings
from _asyncio import SocketTransport

from . import constants, futures, log, protocols, transports
from .selector_events import _test_selector_event
from .trsock import TransportSocket


def _name_or_none(ask):
    try:
        return ask()
    except OSError:
        return None


class _SelectorTransport(transports._FlowControlMixin, transports.Transport):
    """What transports for sockets have in common: their end."""

    # How much is received at once.
    max_size = 256 * 1024

    def __init__(self, loop, sock, protocol, extra=None, server=None):
        super().__init__(extra, loop)
        self._sock = sock
        self._know_addresses(extra)
        self._sock_fd = sock.fileno()
        self._protocol_connected = False
        self.set_protocol(protocol)
        self._server = server
        self._conn_lost = 0
        self._closing = False
        self._paused = False
        if server is not None:
            server._attach(self)
        loop._transports[self._sock_fd] = self

    def _know_addresses(self, extra):
        sock = self._sock
        self._extra["socket"] = TransportSocket(sock)
        self._extra["sockname"] = _name_or_none(sock.getsockname)
        if "peername" not in self._extra:
            self._extra["peername"] = _name_or_none(sock.getpeername)

    def __repr__(self):
        words = [self.__class__.__name__]
        if self._sock is None:
            words.append("closed")
        elif self._closing:
            words.append("closing")
        words.append(f"fd={self._sock_fd}")
        if self._loop is not None and not self._loop.is_closed():
            selector = self._loop._selector
            polls = _test_selector_event(selector, self._sock_fd, selectors.EVENT_READ)
            words.append("read=polling" if polls else "read=idle")
            polls = _test_selector_event(selector, self._sock_fd, selectors.EVENT_WRITE)
            size = self.get_write_buffer_size()
            words.append(f"write=<{'polling' if polls else 'idle'}, bufsize={size}>")
        return f"<{' '.join(words)}>"

    def abort(self):
        """Ends the connection at once; what has not been sent is lost."""
        self._force_close(None)

    def set_protocol(self, protocol):
        """Sets who is told of the connection."""
        self._protocol = protocol
        self._protocol_connected = True

    def get_protocol(self):
        """Who is told of the connection."""
        return self._protocol

    def is_closing(self):
        """Whether the transport is closed or about to be."""
        return self._closing

    def is_reading(self):
        """Whether it receives now."""
        return not self.is_closing() and not self._paused

    def pause_reading(self):
        """Receives nothing until resume_reading()."""
        if not self.is_reading():
            return
        self._paused = True
        self._loop._remove_reader(self._sock_fd)
        if self._loop.get_debug():
            log.logger.debug("%r pauses reading", self)

    def resume_reading(self):
        """Receives again."""
        if self._closing or not self._paused:
            return
        self._paused = False
        self._add_reader(self._sock_fd, self._read_ready)
        if self._loop.get_debug():
            log.logger.debug("%r resumes reading", self)

    def close(self):
        """Ends the connection when all has been sent."""
        if self._closing:
            return
        self._closing = True
        self._loop._remove_reader(self._sock_fd)
        if not self.get_write_buffer_size():
            self._conn_lost += 1
            self._loop._remove_writer(self._sock_fd)
            self._loop.call_soon(self._call_connection_lost, None)

    def __del__(self, _warn=warnings.warn):
        if self._sock is not None:
            _warn(f"unclosed transport {self!r}", ResourceWarning, source=self)
            self._sock.close()
            if self._server is not None:
                self._server._detach(self)

    def _fatal_error(self, exc, message="Fatal error on transport"):
        # What the network does is no fault of the program.
        if isinstance(exc, OSError):
            if self._loop.get_debug():
                log.logger.debug("%r: %s", self, message, exc_info=exc)
        else:
            self._loop.call_exception_handler({
                "message": message,
                "exception": exc,
                "transport": self,
                "protocol": self._protocol,
            })
        self._force_close(exc)

    def _force_close(self, exc):
        if self._conn_lost:
            return
        if self.get_write_buffer_size():
            self._forget_buffer()
            self._loop._remove_writer(self._sock_fd)
        if not self._closing:
            self._closing = True
            self._loop._remove_reader(self._sock_fd)
        self._conn_lost += 1
        self._loop.call_soon(self._call_connection_lost, exc)

    def _call_connection_lost(self, exc):
        try:
            if self._protocol_connected:
                self._protocol.connection_lost(exc)
        finally:
            if self._loop._transports.get(self._sock_fd) is self:
                del self._loop._transports[self._sock_fd]
            self._sock.close()
            self._sock = None
            self._protocol = None
            self._loop = None
            server = self._server
            if server is not None:
                server._detach(self)
                self._server = None

    def _add_reader(self, fd, callback, *args):
        if self.is_reading():
            self._loop._add_reader(fd, callback, *args)

    def _lost_write(self):
        """Something is written to a connection that has been lost."""
        if self._conn_lost >= constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES:
            log.logger.warning("socket.send() raised exception.")
        self._conn_lost += 1


class _SelectorSocketTransport(SocketTransport, _SelectorTransport):
    """Receives and sends a stream of bytes: both are native."""

    _sendfile_compatible = constants._SendfileMode.TRY_NATIVE

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        _SelectorTransport.__init__(self, loop, sock, protocol, extra, server)
        # Small pieces are sent at once instead of being gathered by the system.
        if hasattr(socket, "TCP_NODELAY") and sock.family in (socket.AF_INET, socket.AF_INET6):
            if sock.type == socket.SOCK_STREAM and sock.proto in (0, socket.IPPROTO_TCP):
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        loop.call_soon(self._protocol.connection_made, self)
        # Nothing is received before the protocol knows of the connection.
        loop.call_soon(self._add_reader, self._sock_fd, self._read_ready)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def _know_addresses(self, extra):
        if extra is not None and len(extra) == 1 and "peername" in extra:
            # An accepted connection: whoever asks for the rest gets it.
            self._hold_peer(extra["peername"])
        else:
            super()._know_addresses(extra)

    def _make_extra(self, peer):
        sock = self._sock
        return {"peername": peer, "socket": TransportSocket(sock), "sockname": _name_or_none(sock.getsockname)}

    def _read_ready__on_eof(self):
        if self._loop.get_debug():
            log.logger.debug("%r received EOF", self)
        try:
            keep_open = self._protocol.eof_received()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, "Fatal error: protocol.eof_received() call failed.")
            return
        if keep_open:
            # The other direction is still used; here is nothing more to come.
            self._loop._remove_reader(self._sock_fd)
        else:
            self.close()

    def _lose_writer(self):
        """What has not been sent is lost."""
        self._loop._remove_writer(self._sock_fd)
        self._forget_buffer()

    def _all_sent(self):
        """Nothing waits to be sent any longer."""
        self._loop._remove_writer(self._sock_fd)
        if self._empty_waiter is not None:
            self._empty_waiter.set_result(None)
        if self._closing:
            self._call_connection_lost(None)
        elif self._eof:
            self._sock.shutdown(socket.SHUT_WR)

    def _call_connection_lost(self, exc):
        # After that the socket can tell nothing any more.
        self._extra
        try:
            super()._call_connection_lost(exc)
        finally:
            if self._empty_waiter is not None and not self._empty_waiter.done():
                self._empty_waiter.set_exception(ConnectionError("Connection is closed by peer"))

    def _make_empty_waiter(self):
        """A future of when all has been sent. Nobody may write until _reset_empty_waiter()."""
        if self._empty_waiter is not None:
            raise RuntimeError("Empty waiter is already set")
        self._empty_waiter = self._loop.create_future()
        if not self.get_write_buffer_size():
            self._empty_waiter.set_result(None)
        return self._empty_waiter

    def _reset_empty_waiter(self):
        self._empty_waiter = None

    def write_eof(self):
        """Tells the peer that no more bytes will come, when all has been sent."""
        if self._closing or self._eof:
            return
        self._eof = True
        if not self.get_write_buffer_size():
            self._sock.shutdown(socket.SHUT_WR)

    def can_write_eof(self):
        """Whether write_eof() can be used."""
        return True


class _SelectorDatagramTransport(_SelectorTransport, transports.DatagramTransport):
    """Receives and sends datagrams."""

    # What each datagram that waits counts beside its bytes.
    _header_size = 8

    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        super().__init__(loop, sock, protocol, extra)
        self._address = address
        self._buffer = collections.deque()
        self._buffer_size = 0
        loop.call_soon(self._protocol.connection_made, self)
        loop.call_soon(self._add_reader, self._sock_fd, self._read_ready)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def get_write_buffer_size(self):
        """How much waits to be sent."""
        return self._buffer_size

    def _forget_buffer(self):
        self._buffer.clear()
        self._buffer_size = 0

    def _read_ready(self):
        if self._conn_lost:
            return
        try:
            data, address = self._sock.recvfrom(self.max_size)
        except (BlockingIOError, InterruptedError):
            pass
        except OSError as error:
            self._protocol.error_received(error)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, "Fatal read error on datagram transport")
        else:
            self._protocol.datagram_received(data, address)

    def sendto(self, data, addr=None):
        """Sends a datagram, now or when there is room."""
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        if self._address:
            if addr not in (None, self._address):
                raise ValueError(f"Invalid address: must be None or {self._address}")
            addr = self._address
        if self._conn_lost and self._address:
            self._lost_write()
            return
        if not self._buffer:
            try:
                self._send(data, addr)
                return
            except (BlockingIOError, InterruptedError):
                self._loop._add_writer(self._sock_fd, self._sendto_ready)
            except OSError as error:
                self._protocol.error_received(error)
                return
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as error:
                self._fatal_error(error, "Fatal write error on datagram transport")
                return
        self._buffer.append((bytes(data), addr))
        self._buffer_size += len(data) + self._header_size
        self._maybe_pause_protocol()

    def _send(self, data, addr):
        if self._extra["peername"]:
            self._sock.send(data)
        else:
            self._sock.sendto(data, addr)

    def _sendto_ready(self):
        while self._buffer:
            data, addr = self._buffer.popleft()
            self._buffer_size -= len(data) + self._header_size
            try:
                self._send(data, addr)
            except (BlockingIOError, InterruptedError):
                self._buffer.appendleft((data, addr))
                self._buffer_size += len(data) + self._header_size
                break
            except OSError as error:
                self._protocol.error_received(error)
                return
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as error:
                self._fatal_error(error, "Fatal write error on datagram transport")
                return
        self._maybe_resume_protocol()
        if not self._buffer:
            self._loop._remove_writer(self._sock_fd)
            if self._closing:
                self._call_connection_lost(None)
