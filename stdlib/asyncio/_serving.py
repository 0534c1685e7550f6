"""Accepting connections, and transports for sockets: methods of the selector loop."""

import errno

from . import constants, log
from .trsock import TransportSocket


# What is taken at once goes through its first steps at once, and needs memory for that.
_MOST_ACCEPTED = 100


def _make_socket_transport(self, sock, protocol, waiter=None, *, extra=None, server=None):
    from ._selector_transports import _SelectorSocketTransport

    self._ensure_fd_no_transport(sock)
    return _SelectorSocketTransport(self, sock, protocol, waiter, extra, server)


def _make_ssl_transport(self, rawsock, protocol, sslcontext, waiter=None, **options):
    raise ImportError("TLS is not available: there is no module named 'ssl'", name="ssl")


def _make_datagram_transport(self, sock, protocol, address=None, waiter=None, extra=None):
    from ._selector_transports import _SelectorDatagramTransport

    self._ensure_fd_no_transport(sock)
    return _SelectorDatagramTransport(self, sock, protocol, address, waiter, extra)


def _start_serving(self, protocol_factory, sock, sslcontext=None, server=None, backlog=100,
                   ssl_handshake_timeout=constants.SSL_HANDSHAKE_TIMEOUT,
                   ssl_shutdown_timeout=constants.SSL_SHUTDOWN_TIMEOUT):
    self._add_reader(sock.fileno(), self._accept_connection, protocol_factory, sock, sslcontext, server, backlog)


def _accept_connection(self, protocol_factory, sock, sslcontext=None, server=None, backlog=100):
    """Takes the connections that wait, at most `backlog` of them: others must have their turn too."""
    for _ in range(min(backlog, _MOST_ACCEPTED) + 1):
        try:
            connection, address = sock.accept()
            if self._debug:
                log.logger.debug("%r got a new connection from %r: %r", server, address, connection)
            connection.setblocking(False)
        except ConnectionAbortedError:
            continue
        except (BlockingIOError, InterruptedError):
            return
        except OSError as error:
            if error.errno not in (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM):
                raise
            # There is no descriptor or no memory left. Those who wait are tried again in a while.
            self.call_exception_handler({
                "message": "socket.accept() out of system resource",
                "exception": error,
                "socket": TransportSocket(sock),
            })
            self._remove_reader(sock.fileno())
            self.call_later(constants.ACCEPT_RETRY_DELAY, _serve_again, self, protocol_factory, sock, sslcontext, server,
                            backlog)
            return
        else:
            extra = {"peername": address}
            if (sslcontext is None and self._task_factory is None
                    and getattr(self._accept_connection2, "__func__", None) is _accept_connection2):
                # As that task would, which has nothing to wait for.
                self.call_soon(_make_connection, self, protocol_factory, connection, extra, server)
            else:
                self.create_task(self._accept_connection2(protocol_factory, connection, extra, sslcontext, server))


def _serve_again(loop, protocol_factory, sock, sslcontext, server, backlog):
    # The server may have been closed meanwhile.
    if sock.fileno() != -1:
        loop._start_serving(protocol_factory, sock, sslcontext, server, backlog)


def _make_connection(loop, protocol_factory, connection, extra, server):
    protocol = None
    try:
        protocol = protocol_factory()
        loop._make_socket_transport(connection, protocol, extra=extra, server=server)
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        _tell_of_accept(loop, error, protocol, None)


def _tell_of_accept(loop, error, protocol, transport):
    if loop._debug:
        context = {"message": "Error on transport creation for incoming connection", "exception": error}
        if protocol is not None:
            context["protocol"] = protocol
        if transport is not None:
            context["transport"] = transport
        loop.call_exception_handler(context)


async def _accept_connection2(self, protocol_factory, connection, extra, sslcontext=None, server=None):
    protocol = None
    transport = None
    try:
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = self._make_socket_transport(connection, protocol, waiter=waiter, extra=extra, server=server)
        try:
            await waiter
        except BaseException:
            transport.close()
            # Its end is not waited for, so that the error does not hold it.
            transport = None
            raise
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        _tell_of_accept(self, error, protocol, transport)
