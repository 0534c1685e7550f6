"""Sockets: connections between processes, on one machine or through a network."""

import _socket
import os
from _socket import *
from _socket import SocketType, gaierror, herror
from enum import IntEnum, IntFlag

error = OSError
timeout = TimeoutError
_NULL_TIMEOUT = object()


def _family(names, base, name):
    members = {key: value for key, value in vars(_socket).items() if names(key)}
    kind = base(name, members, module=__name__)
    globals().update(kind.__members__)
    return kind


AddressFamily = _family(lambda key: key.startswith("AF_"), IntEnum, "AddressFamily")
SocketKind = _family(lambda key: key.startswith("SOCK_"), IntEnum, "SocketKind")
MsgFlag = _family(lambda key: key.startswith("MSG_"), IntFlag, "MsgFlag")
AddressInfo = _family(lambda key: key.startswith("AI_"), IntFlag, "AddressInfo")


def _as_member(value, kind):
    try:
        return kind(value)
    except ValueError:
        return value


class socket(_socket.socket):
    """One end of a connection, or what connections are accepted from."""

    __slots__ = ["__weakref__", "_closed"]

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        if fileno is None:
            if family == -1:
                family = AF_INET
            if type == -1:
                type = SOCK_STREAM
            if proto == -1:
                proto = 0
        _socket.socket.__init__(self, family, type, proto, fileno)
        self._closed = False

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if not self._closed:
            self.close()

    def __repr__(self):
        kind = self.__class__
        parts = [f"<{kind.__module__}.{kind.__qualname__}{' [closed]' if getattr(self, '_closed', False) else ''} "
                 f"fd={self.fileno()}, family={self.family!s}, type={self.type!s}, proto={self.proto}"]
        if not self._closed:
            for label, ask in ("laddr", self.getsockname), ("raddr", self.getpeername):
                try:
                    address = ask()
                except (OSError, AttributeError):
                    continue
                if address:
                    parts.append(f"{label}={address}")
        return ", ".join(parts) + ">"

    def __getstate__(self):
        raise TypeError(f"cannot pickle {self.__class__.__name__!r} object")

    def dup(self):
        """Another socket for the same connection."""
        new = self.__class__(self.family, self.type, self.proto, fileno=dup(self.fileno()))
        new.settimeout(self.gettimeout())
        return new

    def accept(self):
        """Takes the next connection: (a socket, the peer's address)."""
        number, address = self._accept()
        new = socket(self.family, self.type, self.proto, fileno=number)
        if getdefaulttimeout() is None and self.gettimeout():
            new.setblocking(True)
        return new, address

    def close(self):
        """Closes the socket."""
        self._closed = True
        _socket.socket.close(self)

    def detach(self):
        """Gives the descriptor away: the socket is closed, the descriptor stays open."""
        self._closed = True
        return _socket.socket.detach(self)

    @property
    def family(self):
        """The family of addresses."""
        return _as_member(super().family, AddressFamily)

    @property
    def type(self):
        """The kind of connection."""
        return _as_member(super().type, SocketKind)

    def get_inheritable(self):
        """Whether programs that are executed keep the descriptor."""
        return os.get_inheritable(self.fileno())

    def set_inheritable(self, inheritable):
        """Sets whether programs that are executed keep the descriptor."""
        os.set_inheritable(self.fileno(), inheritable)


def fromfd(fd, family, type, proto=0):
    """A socket with a copy of a descriptor."""
    return socket(family, type, proto, dup(fd))


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    """Two connected sockets."""
    if family is None:
        family = AF_UNIX
    first, second = _socket.socketpair(family, type, proto)
    return socket(family, type, proto, first), socket(family, type, proto, second)


def getfqdn(name=""):
    """The full name of a host, as far as it is known."""
    name = name.strip()
    return name if name and name not in ("0.0.0.0", "::") else gethostname()


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """The addresses that a name stands for: (family, type, proto, canonical name, address)."""
    found = _socket.getaddrinfo(host, port, family, type, proto, flags)
    return [(_as_member(af, AddressFamily), _as_member(kind, SocketKind), protocol, name, address)
            for af, kind, protocol, name, address in found]


def create_connection(address, timeout=_NULL_TIMEOUT, source_address=None, *, all_errors=False):
    """A socket connected to the first address of a host that answers."""
    host, port = address
    errors = []
    for family, kind, protocol, _, found in getaddrinfo(host, port, 0, SOCK_STREAM):
        sock = None
        try:
            sock = socket(family, kind, protocol)
            if timeout is not _NULL_TIMEOUT:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(found)
            errors.clear()
            return sock
        except error as failure:
            if not all_errors:
                errors.clear()
            errors.append(failure)
            if sock is not None:
                sock.close()
    try:
        if not errors:
            raise error("getaddrinfo returns an empty list")
        if not all_errors:
            raise errors[0]
        raise ExceptionGroup("create_connection failed", errors)
    finally:
        errors.clear()


def has_dualstack_ipv6():
    """Whether a socket can serve IPv4 and IPv6."""
    try:
        with socket(AF_INET6, SOCK_STREAM) as sock:
            sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0)
            return True
    except error:
        return False


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    """A socket that accepts connections to an address."""
    if dualstack_ipv6:
        if not has_dualstack_ipv6():
            raise ValueError("dualstack_ipv6 not supported on this platform")
        if family != AF_INET6:
            raise ValueError("dualstack_ipv6 requires AF_INET6 family")
    sock = socket(family, SOCK_STREAM)
    try:
        sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        if reuse_port:
            sock.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        if family == AF_INET6:
            sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0 if dualstack_ipv6 else 1)
        try:
            sock.bind(address)
        except error as failure:
            raise error(failure.errno, f"{failure.strerror} (while attempting to bind on address {address!r})") from None
        if backlog is None:
            sock.listen()
        else:
            sock.listen(backlog)
        return sock
    except error:
        sock.close()
        raise
