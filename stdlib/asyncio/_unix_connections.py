"""Unix sockets, pipes and child processes: methods of the loop of Unix systems."""

import errno
import os
import socket

from . import log
from ._connections import _check_tls_options, _require_no_tls
from ._datagrams import remove_stale


def _make_read_pipe_transport(self, pipe, protocol, waiter=None, extra=None):
    from ._unix_pipes import _UnixReadPipeTransport

    return _UnixReadPipeTransport(self, pipe, protocol, waiter, extra)


def _make_write_pipe_transport(self, pipe, protocol, waiter=None, extra=None):
    from ._unix_pipes import _UnixWritePipeTransport

    return _UnixWritePipeTransport(self, pipe, protocol, waiter, extra)


async def _connect_pipe(loop, make, what, protocol_factory, pipe):
    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = make(pipe, protocol, waiter)
    try:
        await waiter
    except:
        transport.close()
        raise
    if loop._debug:
        log.logger.debug("%s pipe %r connected: (%r, %r)", what, pipe.fileno(), transport, protocol)
    return transport, protocol


async def connect_read_pipe(self, protocol_factory, pipe):
    """Reads from a pipe. Returns (transport, protocol)."""
    return await _connect_pipe(self, self._make_read_pipe_transport, "Read", protocol_factory, pipe)


async def connect_write_pipe(self, protocol_factory, pipe):
    """Writes to a pipe. Returns (transport, protocol)."""
    return await _connect_pipe(self, self._make_write_pipe_transport, "Write", protocol_factory, pipe)


async def _make_subprocess_transport(self, protocol, args, shell, stdin, stdout, stderr, bufsize, extra=None, **kwargs):
    from ._child_watchers import current_watcher
    from ._unix_pipes import _UnixSubprocessTransport

    watcher = current_watcher()
    with watcher:
        if not watcher.is_active():
            raise RuntimeError("asyncio.get_child_watcher() is not activated, subprocess support is not installed.")
        waiter = self.create_future()
        transport = _UnixSubprocessTransport(self, protocol, args, shell, stdin, stdout, stderr, bufsize,
                                             waiter=waiter, extra=extra, **kwargs)
        watcher.add_child_handler(transport.get_pid(), self._child_watcher_callback, transport)
        try:
            await waiter
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException:
            transport.close()
            await transport._wait()
            raise
    return transport


def _child_watcher_callback(self, pid, returncode, transport):
    self.call_soon_threadsafe(transport._process_exited, returncode)


async def create_unix_connection(self, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None,
                                 ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    """Connects to a Unix socket. Returns (transport, protocol)."""
    if not ssl and server_hostname is not None:
        raise ValueError("server_hostname is only meaningful with ssl")
    _check_tls_options(ssl, ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
    _require_no_tls(ssl)
    if path is not None:
        if sock is not None:
            raise ValueError("path and sock can not be specified at the same time")
        path = os.fspath(path)
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0)
        try:
            sock.setblocking(False)
            await self.sock_connect(sock, path)
        except:
            sock.close()
            raise
    else:
        if sock is None:
            raise ValueError("no path and sock were specified")
        if sock.family != socket.AF_UNIX or sock.type != socket.SOCK_STREAM:
            raise ValueError(f"A UNIX Domain Stream Socket was expected, got {sock!r}")
        sock.setblocking(False)
    return await self._create_connection_transport(sock, protocol_factory)


def _bind(path):
    """A Unix socket with this path. One that a server has left behind is removed first."""
    path = os.fspath(path)
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    if path[0] not in (0, "\x00"):
        remove_stale(path)
    try:
        sock.bind(path)
    except OSError as error:
        sock.close()
        if error.errno == errno.EADDRINUSE:
            raise OSError(errno.EADDRINUSE, f"Address {path!r} is already in use") from None
        raise
    except:
        sock.close()
        raise
    return sock


async def create_unix_server(self, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None,
                             ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True,
                             cleanup_socket=True):
    """Accepts connections to a Unix socket. Returns a Server."""
    from ._server import Server

    if isinstance(ssl, bool):
        raise TypeError("ssl argument must be an SSLContext or None")
    _check_tls_options(ssl, ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
    _require_no_tls(ssl)
    if path is not None:
        if sock is not None:
            raise ValueError("path and sock can not be specified at the same time")
        sock = _bind(path)
    else:
        if sock is None:
            raise ValueError("path was not specified, and no sock specified")
        if sock.family != socket.AF_UNIX or sock.type != socket.SOCK_STREAM:
            raise ValueError(f"A UNIX Domain Stream Socket was expected, got {sock!r}")
    if cleanup_socket:
        path = sock.getsockname()
        # A name of the abstract namespace leaves nothing behind.
        if path and path[0] not in (0, "\x00"):
            try:
                self._unix_server_sockets[sock] = os.stat(path).st_ino
            except FileNotFoundError:
                pass
    sock.setblocking(False)
    server = Server(self, [sock], protocol_factory, ssl, backlog, ssl_handshake_timeout, ssl_shutdown_timeout)
    if start_serving:
        await server._serve_or_close()
    return server


def _stop_serving(self, sock):
    # The path is removed only if it is still the one of this socket.
    inode = self._unix_server_sockets.pop(sock, None)
    path = sock.getsockname() if inode is not None else None
    self._remove_reader(sock.fileno())
    sock.close()
    if path is None:
        return
    try:
        if os.stat(path).st_ino == inode:
            os.unlink(path)
    except FileNotFoundError:
        pass
    except OSError as error:
        log.logger.error("Unable to clean up listening UNIX socket %r: %r", path, error)
