"""A loop that waits with a selector: descriptors, and operations of sockets as coroutines."""

import errno
import functools
import os
import selectors
import socket
from _asyncio import Loop, Selector

from . import base_events, events, log

__all__ = ("BaseSelectorEventLoop",)

_READ = selectors.EVENT_READ
_WRITE = selectors.EVENT_WRITE


def _test_selector_event(selector, fd, event):
    """Whether the selector waits for this with a descriptor."""
    try:
        return bool(selector.get_key(fd).events & event)
    except KeyError:
        return False


class _EpollSelector(Selector, selectors.EpollSelector):
    """The selector that loops make: handles stand beside descriptors, and keys are made when somebody looks."""

    def __init__(self):
        self._map = selectors._Registered(self)

    def close(self):
        self._close()
        self._map = None


# Programs know it by this name.
_EpollSelector.__name__ = _EpollSelector.__qualname__ = "EpollSelector"
_EpollSelector.__module__ = "selectors"


class BaseSelectorEventLoop(base_events.BaseEventLoop):
    """The loop. Another thread, or a signal, wakes it through a pair of sockets."""

    # There may be no descriptors for them.
    _ssock = _csock = None

    # What the base loop leaves to others.
    _process_events = Loop._process_events

    def __init__(self, selector=None):
        super().__init__()
        if selector is None:
            own = selectors.DefaultSelector is selectors.EpollSelector
            selector = _EpollSelector() if own else selectors.DefaultSelector()
        self._selector = selector
        self._make_self_pipe()
        # The transports by descriptor, so that nobody else reads or writes theirs.
        self._transports = {}

    def _make_self_pipe(self):
        self._ssock, self._csock = socket.socketpair()
        self._ssock.setblocking(False)
        self._csock.setblocking(False)
        self._internal_fds += 1
        self._add_reader(self._ssock.fileno(), self._read_from_self)

    def _close_self_pipe(self):
        if self._ssock is None:
            return
        self._remove_reader(self._ssock.fileno())
        self._ssock.close()
        self._ssock = None
        self._csock.close()
        self._csock = None
        self._internal_fds -= 1

    def close(self):
        """Gives up what the loop holds. It cannot run again."""
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self.is_closed():
            return
        self._close_self_pipe()
        super().close()
        if self._selector is not None:
            self._selector.close()
            self._selector = None

    def _process_self_data(self, data):
        """Bytes have come through the pipe."""

    def _read_from_self(self):
        while True:
            try:
                data = self._ssock.recv(4096)
            except InterruptedError:
                continue
            except BlockingIOError:
                break
            if not data:
                break
            self._process_self_data(data)

    def _write_to_self(self):
        # Another thread may close the loop meanwhile.
        csock = self._csock
        if csock is None:
            return
        try:
            csock.send(b"\0")
        except OSError:
            # It is full: the loop wakes anyway.
            if self._debug:
                log.logger.debug("Fail to write a null byte into the self-pipe socket", exc_info=True)

    def _ensure_fd_no_transport(self, fd):
        fileno = fd
        if not isinstance(fileno, int):
            try:
                fileno = int(fileno.fileno())
            except (AttributeError, TypeError, ValueError):
                raise ValueError(f"Invalid file object: {fd!r}") from None
        transport = self._transports.get(fileno)
        if transport is not None and not transport.is_closing():
            raise RuntimeError(f"File descriptor {fd!r} is used by transport {transport!r}")

    def _watch_with_keys(self, fd, event, handle):
        """As _watch(), with a selector of another kind; `data` of its keys is (reader, writer)."""
        key = self._selector.get_map().get(fd)
        if key is None:
            self._selector.register(fd, event, (handle, None) if event == _READ else (None, handle))
            # It is asked in each iteration.
            self._watched = 1
            return
        reader, writer = key.data
        if event == _READ:
            before, data = reader, (handle, writer)
        else:
            before, data = writer, (reader, handle)
        self._selector.modify(fd, key.events | event, data)
        if before is not None:
            before.cancel()

    def _unwatch_with_keys(self, fd, event):
        key = self._selector.get_map().get(fd)
        if key is None:
            return False
        reader, writer = key.data
        left = key.events & ~event
        if left:
            self._selector.modify(fd, left, (None, writer) if event == _READ else (reader, None))
        else:
            self._selector.unregister(fd)
        handle = reader if event == _READ else writer
        if handle is None:
            return False
        handle.cancel()
        return True

    def _add_reader(self, fd, callback, *args):
        return self._watch(fd, _READ, callback, args)

    def _remove_reader(self, fd):
        return self._unwatch(fd, _READ)

    def _add_writer(self, fd, callback, *args):
        return self._watch(fd, _WRITE, callback, args)

    def _remove_writer(self, fd):
        return self._unwatch(fd, _WRITE)

    def add_reader(self, fd, callback, *args):
        """Calls a function whenever a descriptor can be read."""
        self._ensure_fd_no_transport(fd)
        self._add_reader(fd, callback, *args)

    def remove_reader(self, fd):
        """Stops that. Returns whether there was a function."""
        self._ensure_fd_no_transport(fd)
        return self._remove_reader(fd)

    def add_writer(self, fd, callback, *args):
        """Calls a function whenever a descriptor can be written."""
        self._ensure_fd_no_transport(fd)
        self._add_writer(fd, callback, *args)

    def remove_writer(self, fd):
        """Stops that. Returns whether there was a function."""
        self._ensure_fd_no_transport(fd)
        return self._remove_writer(fd)

    def _stop_serving(self, sock):
        self._remove_reader(sock.fileno())
        sock.close()

    def _check_nonblocking(self, sock):
        if self._debug and sock.gettimeout() != 0:
            raise ValueError("the socket must be non-blocking")

    async def _sock_do(self, sock, event, attempt, *args):
        """Does an operation of a socket, waiting until it is ready if need be. Returns its answer."""
        self._check_nonblocking(sock)
        try:
            return attempt(*args)
        except (BlockingIOError, InterruptedError):
            pass
        future = self.create_future()
        fd = sock.fileno()
        self._ensure_fd_no_transport(fd)
        handle = self._watch(fd, event, self._sock_retry, (future, attempt, args))
        future.add_done_callback(functools.partial(self._sock_done, fd, event, handle))
        return await future

    def _sock_retry(self, future, attempt, args):
        # Others may have completed or cancelled it since the descriptor was ready.
        if future.done():
            return
        try:
            answer = attempt(*args)
        except (BlockingIOError, InterruptedError):
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            future.set_exception(error)
        else:
            future.set_result(answer)

    def _sock_done(self, fd, event, handle, future):
        if not handle.cancelled():
            self._unwatch(fd, event)

    async def sock_recv(self, sock, nbytes):
        """Receives up to so many bytes; none: the peer has closed the connection."""
        return await self._sock_do(sock, _READ, sock.recv, nbytes)

    async def sock_recv_into(self, sock, buf):
        """Receives into a buffer. Returns how many bytes."""
        return await self._sock_do(sock, _READ, sock.recv_into, buf)

    async def sock_recvfrom(self, sock, bufsize):
        """Receives a datagram: (bytes, address)."""
        return await self._sock_do(sock, _READ, sock.recvfrom, bufsize)

    async def sock_recvfrom_into(self, sock, buf, nbytes=0):
        """Receives a datagram into a buffer: (length, address)."""
        return await self._sock_do(sock, _READ, sock.recvfrom_into, buf, nbytes or len(buf))

    async def sock_sendall(self, sock, data):
        """Sends all of the data."""
        self._check_nonblocking(sock)
        view = memoryview(data).cast("B")
        sent = 0
        while True:
            sent += await self._sock_do(sock, _WRITE, sock.send, view[sent:])
            if sent >= len(view):
                return

    async def sock_sendto(self, sock, data, address):
        """Sends a datagram. Returns how many bytes."""
        return await self._sock_do(sock, _WRITE, sock.sendto, data, address)

    async def sock_accept(self, sock):
        """Takes a connection: (socket, address)."""
        return await self._sock_do(sock, _READ, self._accept, sock)

    @staticmethod
    def _accept(sock):
        connection, address = sock.accept()
        connection.setblocking(False)
        return connection, address

    async def sock_connect(self, sock, address):
        """Connects a socket."""
        self._check_nonblocking(sock)
        if sock.family == socket.AF_INET or sock.family == socket.AF_INET6:
            found = await self._ensure_resolved(
                address, family=sock.family, type=sock.type, proto=sock.proto, loop=self)
            address = found[0][4]
        try:
            sock.connect(address)
            return
        except (BlockingIOError, InterruptedError):
            pass
        future = self.create_future()
        fd = sock.fileno()
        self._ensure_fd_no_transport(fd)
        handle = self._watch(fd, _WRITE, self._sock_connected, (future, sock, address))
        future.add_done_callback(functools.partial(self._sock_done, fd, _WRITE, handle))
        try:
            await future
        finally:
            # An exception would hold the frame, and so the future.
            future = None

    def _sock_connected(self, future, sock, address):
        if future.done():
            return
        try:
            failure = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if failure == errno.EINPROGRESS or failure == errno.EAGAIN:
                return
            if failure != 0:
                raise OSError(failure, f"Connect call failed {address}")
        except (BlockingIOError, InterruptedError):
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            future.set_exception(error)
        else:
            future.set_result(None)
        finally:
            future = None

    async def sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=True):
        """Sends a file through a socket. Returns how many bytes."""
        from . import _sendfile
        from .exceptions import SendfileNotAvailableError

        self._check_nonblocking(sock)
        _sendfile.check_parameters(sock, file, offset, count)

        async def send(fileno, place, size):
            return await self._sock_do(sock, _WRITE, os.sendfile, sock.fileno(), fileno, place, size)

        try:
            return await _sendfile.send_by_system(file, offset, count, send)
        except SendfileNotAvailableError:
            if not fallback:
                raise
        return await _sendfile.send_blocks(self, file, offset, count, functools.partial(self.sock_sendall, sock))

    async def _sendfile_native(self, transport, file, offset, count):
        # The descriptor is the transport's no longer until the file is sent, nor does the protocol receive meanwhile.
        descriptor = transport._sock_fd
        self._transports.pop(descriptor, None)
        was_reading = transport.is_reading()
        transport.pause_reading()
        await transport._make_empty_waiter()
        try:
            return await self.sock_sendfile(transport._sock, file, offset, count, fallback=False)
        finally:
            transport._reset_empty_waiter()
            if was_reading:
                transport.resume_reading()
            self._transports[descriptor] = transport

    from ._serving import (_accept_connection, _accept_connection2, _make_datagram_transport, _make_socket_transport,
                           _make_ssl_transport, _start_serving)
