"""Making connections, servers and endpoints: methods of the base loop."""

import os
import sys

from . import log, tasks


def _require_no_tls(ssl):
    if ssl:
        raise ImportError("TLS is not available: there is no module named 'ssl'", name="ssl")


def _set_reuseport(sock):
    import socket

    if not hasattr(socket, "SO_REUSEPORT"):
        raise ValueError("reuse_port not supported by socket module")
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    except OSError:
        raise ValueError("reuse_port not supported by socket module, SO_REUSEPORT defined but not implemented.")


def _check_tls_options(ssl, **options):
    for name, value in options.items():
        if value is not None and not ssl:
            raise ValueError(f"{name} is only meaningful with ssl")


class ConnectionsMixin:
    """What a loop does about connections."""

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        """The addresses that a name stands for."""
        import socket

        ask = self._getaddrinfo_debug if self._debug else socket.getaddrinfo
        return await self.run_in_executor(None, ask, host, port, family, type, proto, flags)

    def _getaddrinfo_debug(self, host, port, family, type, proto, flags):
        import socket

        words = [f"{host}:{port!r}"]
        for name, value in ("family", family), ("type", type), ("proto", proto), ("flags", flags):
            if value:
                words.append(f"{name}={value!r}")
        question = ", ".join(words)
        log.logger.debug("Get address info %s", question)
        began = self.time()
        found = socket.getaddrinfo(host, port, family, type, proto, flags)
        took = self.time() - began
        message = f"Getting address info {question} took {took * 1e3:.3f}ms: {found!r}"
        if took >= self.slow_callback_duration:
            log.logger.info(message)
        else:
            log.logger.debug(message)
        return found

    async def getnameinfo(self, sockaddr, flags=0):
        """The name that an address has."""
        import socket

        return await self.run_in_executor(None, socket.getnameinfo, sockaddr, flags)

    async def _ensure_resolved(self, address, *, family=0, type=None, proto=0, flags=0, loop):
        import socket

        from ._names import _ipaddr_info

        if type is None:
            type = socket.SOCK_STREAM
        host, port = address[:2]
        known = _ipaddr_info(host, port, family, type, proto, *address[2:])
        if known is not None:
            return [known]
        return await loop.getaddrinfo(host, port, family=family, type=type, proto=proto, flags=flags)

    async def _connect_sock(self, exceptions, addr_info, local_addr_infos=None):
        """A socket connected to an address. What goes wrong is raised, and put into a list of `exceptions`."""
        import socket

        mine = []
        exceptions.append(mine)
        family, kind, proto, _, address = addr_info
        sock = None
        try:
            sock = socket.socket(family=family, type=kind, proto=proto)
            sock.setblocking(False)
            if local_addr_infos is not None:
                for local_family, _, _, _, local_address in local_addr_infos:
                    if local_family != family:
                        continue
                    try:
                        sock.bind(local_address)
                        break
                    except OSError as error:
                        text = (f"error while attempting to bind on address {local_address!r}: "
                                f"{str(error).lower()}")
                        mine.append(OSError(error.errno, text))
                else:
                    if mine:
                        raise mine.pop()
                    raise OSError(f"no matching local address with {family=} found")
            await self.sock_connect(sock, address)
            return sock
        except OSError as error:
            mine.append(error)
            if sock is not None:
                sock.close()
            raise
        except:
            if sock is not None:
                sock.close()
            raise
        finally:
            exceptions = mine = None

    async def _connect_any(self, infos, local_infos, happy_eyeballs_delay, interleave, all_errors):
        """A socket connected to the first address that answers."""
        errors = []
        sock = None
        if interleave:
            from ._names import _interleave_addrinfos

            infos = _interleave_addrinfos(infos, interleave)
        try:
            if happy_eyeballs_delay is None:
                for info in infos:
                    try:
                        sock = await self._connect_sock(errors, info, local_infos)
                        break
                    except OSError:
                        continue
            else:
                from .staggered import staggered_race

                attempts = [lambda info=info: self._connect_sock(errors, info, local_infos) for info in infos]
                sock = (await staggered_race(attempts, happy_eyeballs_delay, loop=self))[0]
            if sock is not None:
                return sock
            errors = [error for part in errors for error in part]
            if all_errors:
                raise ExceptionGroup("create_connection failed", errors)
            if len(errors) == 1:
                raise errors[0]
            if not errors:
                raise OSError("create_connection failed")
            first = str(errors[0])
            if all(str(error) == first for error in errors):
                raise errors[0]
            raise OSError(f"Multiple exceptions: {', '.join(map(str, errors))}")
        finally:
            errors = None

    async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0,
                                sock=None, local_addr=None, server_hostname=None, ssl_handshake_timeout=None,
                                ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None,
                                all_errors=False):
        """Connects to a host, or takes over a connected socket. Returns (transport, protocol)."""
        import socket

        if server_hostname is not None and not ssl:
            raise ValueError("server_hostname is only meaningful with ssl")
        _check_tls_options(ssl, ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
        _require_no_tls(ssl)
        if happy_eyeballs_delay is not None and interleave is None:
            # Families take turns, so that one that does not answer costs little.
            interleave = 1
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError("host/port and sock can not be specified at the same time")
            infos = await self._ensure_resolved((host, port), family=family, type=socket.SOCK_STREAM, proto=proto,
                                                flags=flags, loop=self)
            if not infos:
                raise OSError("getaddrinfo() returned empty list")
            local_infos = None
            if local_addr is not None:
                local_infos = await self._ensure_resolved(local_addr, family=family, type=socket.SOCK_STREAM,
                                                          proto=proto, flags=flags, loop=self)
                if not local_infos:
                    raise OSError("getaddrinfo() returned empty list")
            sock = await self._connect_any(infos, local_infos, happy_eyeballs_delay, interleave, all_errors)
        else:
            if sock is None:
                raise ValueError("host and port was not specified and no sock specified")
            if sock.type != socket.SOCK_STREAM:
                raise ValueError(f"A Stream Socket was expected, got {sock!r}")
        transport, protocol = await self._create_connection_transport(sock, protocol_factory)
        if self._debug:
            sock = transport.get_extra_info("socket")
            log.logger.debug("%r connected to %s:%r: (%r, %r)", sock, host, port, transport, protocol)
        return transport, protocol

    async def _create_connection_transport(self, sock, protocol_factory):
        sock.setblocking(False)
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = self._make_socket_transport(sock, protocol, waiter)
        try:
            await waiter
        except:
            transport.close()
            raise
        return transport, protocol

    async def connect_accepted_socket(self, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None,
                                      ssl_shutdown_timeout=None):
        """Takes over a connection that has been accepted elsewhere. Returns (transport, protocol)."""
        import socket

        if sock.type != socket.SOCK_STREAM:
            raise ValueError(f"A Stream Socket was expected, got {sock!r}")
        _check_tls_options(ssl, ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
        _require_no_tls(ssl)
        transport, protocol = await self._create_connection_transport(sock, protocol_factory)
        if self._debug:
            sock = transport.get_extra_info("socket")
            log.logger.debug("%r handled: (%r, %r)", sock, transport, protocol)
        return transport, protocol

    async def start_tls(self, transport, protocol, sslcontext, *, server_side=False, server_hostname=None,
                        ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        """Raises ImportError: there is no TLS."""
        _require_no_tls(True)

    async def _create_server_getaddrinfo(self, host, port, family, flags):
        import socket

        infos = await self._ensure_resolved((host, port), family=family, type=socket.SOCK_STREAM, flags=flags,
                                            loop=self)
        if not infos:
            raise OSError(f"getaddrinfo({host!r}) returned empty list")
        return infos

    async def create_server(self, protocol_factory, host=None, port=None, *, family=0, flags=1, sock=None, backlog=100,
                            ssl=None, reuse_address=None, reuse_port=None, keep_alive=None, ssl_handshake_timeout=None,
                            ssl_shutdown_timeout=None, start_serving=True):
        """Accepts connections to a port of one or several addresses, or from a socket. Returns a Server."""
        import socket

        from ._server import Server

        if isinstance(ssl, bool):
            raise TypeError("ssl argument must be an SSLContext or None")
        _check_tls_options(ssl, ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
        _require_no_tls(ssl)
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError("host/port and sock can not be specified at the same time")
            if reuse_address is None:
                reuse_address = os.name == "posix" and sys.platform != "cygwin"
            if host == "":
                hosts = [None]
            elif isinstance(host, str) or not hasattr(host, "__iter__"):
                hosts = [host]
            else:
                hosts = host
            found = await tasks.gather(*[self._create_server_getaddrinfo(name, port, family, flags) for name in hosts])
            infos = dict.fromkeys(info for part in found for info in part)
            sockets = self._bind_all(infos, reuse_address, reuse_port, keep_alive)
        else:
            if sock is None:
                raise ValueError("Neither host/port nor sock were specified")
            if sock.type != socket.SOCK_STREAM:
                raise ValueError(f"A Stream Socket was expected, got {sock!r}")
            sockets = [sock]
        for sock in sockets:
            sock.setblocking(False)
        server = Server(self, sockets, protocol_factory, ssl, backlog, ssl_handshake_timeout, ssl_shutdown_timeout)
        if start_serving:
            await server._serve_or_close()
        if self._debug:
            log.logger.info("%r is serving", server)
        return server

    def _bind_all(self, infos, reuse_address, reuse_port, keep_alive):
        import socket

        sockets = []
        completed = False
        try:
            for family, kind, proto, _, address in infos:
                try:
                    sock = socket.socket(family, kind, proto)
                except socket.error:
                    # The system knows addresses of a family that it has no sockets for.
                    if self._debug:
                        log.logger.warning("create_server() failed to create socket.socket(%r, %r, %r)", family, kind,
                                           proto, exc_info=True)
                    continue
                sockets.append(sock)
                if reuse_address:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
                if reuse_port and family in (socket.AF_INET, socket.AF_INET6):
                    _set_reuseport(sock)
                if keep_alive:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, True)
                if family == socket.AF_INET6:
                    # IPv4 has a socket of its own.
                    sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, True)
                try:
                    sock.bind(address)
                except OSError as error:
                    text = (f"error while attempting to bind on address {address!r}: "
                            f"{str(error).lower()}")
                    if error.errno == 99:
                        # The interface of the address is down.
                        sockets.pop()
                        sock.close()
                        if self._debug:
                            log.logger.warning(text)
                        continue
                    raise OSError(error.errno, text) from None
            if not sockets:
                raise OSError(f"could not bind on any address out of {[info[4] for info in infos]!r}")
            completed = True
            return sockets
        finally:
            if not completed:
                for sock in sockets:
                    sock.close()

    async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0,
                                       flags=0, reuse_port=None, allow_broadcast=None, sock=None):
        """Sends and receives datagrams. Returns (transport, protocol)."""
        from ._datagrams import open_endpoint

        sock, peer = await open_endpoint(self, local_addr, remote_addr, family, proto, flags, reuse_port,
                                         allow_broadcast, sock)
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = self._make_datagram_transport(sock, protocol, peer, waiter)
        if self._debug:
            if local_addr:
                log.logger.info("Datagram endpoint local_addr=%r remote_addr=%r created: (%r, %r)", local_addr,
                                remote_addr, transport, protocol)
            else:
                log.logger.debug("Datagram endpoint remote_addr=%r created: (%r, %r)", remote_addr, transport,
                                 protocol)
        try:
            await waiter
        except:
            transport.close()
            raise
        return transport, protocol

    async def sendfile(self, transport, file, offset=0, count=None, *, fallback=True):
        """Sends a file through a transport. Returns how many bytes."""
        from ._sendfile import send_through_transport

        return await send_through_transport(self, transport, file, offset, count, fallback)

    async def _sendfile_native(self, transport, file, offset, count):
        from .exceptions import SendfileNotAvailableError

        raise SendfileNotAvailableError("sendfile syscall is not supported")

    async def subprocess_shell(self, protocol_factory, cmd, *, stdin=-1, stdout=-1, stderr=-1,
                               universal_newlines=False, shell=True, bufsize=0, encoding=None, errors=None, text=None,
                               **kwargs):
        """Runs a line of the shell. Returns (transport, protocol)."""
        if not isinstance(cmd, (bytes, str)):
            raise ValueError("cmd must be a string")
        if not shell:
            raise ValueError("shell must be True")
        self._check_pipes_are_binary(universal_newlines, bufsize, text, encoding, errors)
        return await self._start_subprocess(protocol_factory, cmd, True, stdin, stdout, stderr, kwargs)

    async def subprocess_exec(self, protocol_factory, program, *args, stdin=-1, stdout=-1, stderr=-1,
                              universal_newlines=False, shell=False, bufsize=0, encoding=None, errors=None, text=None,
                              **kwargs):
        """Runs a program. Returns (transport, protocol)."""
        if shell:
            raise ValueError("shell must be False")
        self._check_pipes_are_binary(universal_newlines, bufsize, text, encoding, errors)
        return await self._start_subprocess(protocol_factory, (program,) + args, False, stdin, stdout, stderr, kwargs)

    @staticmethod
    def _check_pipes_are_binary(universal_newlines, bufsize, text, encoding, errors):
        if universal_newlines:
            raise ValueError("universal_newlines must be False")
        if bufsize != 0:
            raise ValueError("bufsize must be 0")
        if text:
            raise ValueError("text must be False")
        if encoding is not None:
            raise ValueError("encoding must be None")
        if errors is not None:
            raise ValueError("errors must be None")

    async def _start_subprocess(self, protocol_factory, args, shell, stdin, stdout, stderr, kwargs):
        protocol = protocol_factory()
        transport = await self._make_subprocess_transport(protocol, args, shell, stdin, stdout, stderr, 0, **kwargs)
        if self._debug:
            log.logger.info("%s: %r", "run shell command" if shell else f"execute program {args[0]!r}", transport)
        return transport, protocol
