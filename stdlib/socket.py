"""Sockets: connections between processes, on one machine or through a network."""

import _socket
import io
import os
from _socket import *
from _socket import SocketType, gaierror, herror
from enum import IntEnum, IntFlag
from errno import EAGAIN, EWOULDBLOCK

error = OSError
timeout = TimeoutError
_NULL_TIMEOUT = object()
# How much sendfile() reads at once.
_BLOCK = 8192


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

    __slots__ = ["__weakref__", "_closed", "_files"]

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
        # How many files use the descriptor, which stays open as long as any of them is.
        self._files = 0

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

    def makefile(self, mode="r", buffering=None, *, encoding=None, errors=None, newline=None):
        """A file that reads from the connection, writes to it, or both: `mode` is 'r', 'w' or 'rw', with or without 'b'.

        The other arguments are those of open(). The descriptor is open until the socket and its files are closed.
        """
        if not set(mode) <= {"r", "w", "b"}:
            raise ValueError(f"invalid mode {mode!r} (only r, w, b allowed)")
        writes = "w" in mode
        reads = "r" in mode or not writes
        is_binary = "b" in mode
        raw = SocketIO(self, ("r" if reads else "") + ("w" if writes else ""))
        self._files += 1
        if buffering is None or buffering < 0:
            buffering = io.DEFAULT_BUFFER_SIZE
        if buffering == 0:
            if not is_binary:
                raise ValueError("unbuffered streams must be binary")
            return raw
        if reads and writes:
            file = io.BufferedRWPair(raw, raw, buffering)
        elif reads:
            file = io.BufferedReader(raw, buffering)
        else:
            file = io.BufferedWriter(raw, buffering)
        if is_binary:
            return file
        file = io.TextIOWrapper(file, io.text_encoding(encoding), errors, newline)
        file.mode = mode
        return file

    def sendfile(self, file, offset=0, count=None):
        """Sends what a file has from `offset` on, at most `count` bytes: how many were sent. The file's position is after them."""
        _check_sendfile(file, self.type & SOCK_STREAM, count)
        if self.gettimeout() == 0:
            raise ValueError("non-blocking sockets are not supported")
        if offset:
            file.seek(offset)
        total = 0
        try:
            while count is None or total < count:
                size = _BLOCK if count is None else min(_BLOCK, count - total)
                data = memoryview(file.read(size))
                if not data:
                    break
                while data:
                    sent = self.send(data)
                    total += sent
                    data = data[sent:]
        finally:
            if total and hasattr(file, "seek"):
                file.seek(offset + total)
        return total

    def close(self):
        """Closes the socket; its descriptor when its files are closed, too."""
        self._closed = True
        if not self._files:
            _socket.socket.close(self)

    def _file_closed(self):
        if self._files:
            self._files -= 1
        if self._closed:
            self.close()

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


def _check_sendfile(file, is_stream, count):
    """Refuses what sendfile() cannot send, and sockets of other types than streams."""
    if "b" not in getattr(file, "mode", "b"):
        raise ValueError("file should be opened in binary mode")
    if not is_stream:
        raise ValueError("only SOCK_STREAM type sockets are supported")
    if count is not None:
        if not isinstance(count, int):
            raise TypeError(f"count must be a positive integer (got {count!r})")
        if count <= 0:
            raise ValueError(f"count must be a positive integer (got {count!r})")


class SocketIO(io.RawIOBase):
    """A connection as a raw file, which socket.makefile() makes."""

    _sock = None

    def __init__(self, sock, mode):
        if mode not in ("r", "w", "rw", "rb", "wb", "rwb"):
            raise ValueError(f"invalid mode: {mode!r}")
        super().__init__()
        self._sock = sock
        self._mode = mode if "b" in mode else mode + "b"
        self._reads = "r" in mode
        self._writes = "w" in mode
        # What has come until then is lost, so nothing good can come after it.
        self._has_timed_out = False

    def readinto(self, b):
        """Receives bytes into a buffer: how many, 0 at the end; None if there are none and the socket does not wait."""
        self._checkClosed()
        self._checkReadable()
        if self._has_timed_out:
            raise OSError("cannot read from timed out object")
        try:
            return self._sock.recv_into(b)
        except timeout:
            self._has_timed_out = True
            raise
        except error as failure:
            if failure.errno in (EAGAIN, EWOULDBLOCK):
                return None
            raise

    def write(self, b):
        """Sends bytes: how many were taken; None if none can be and the socket does not wait."""
        self._checkClosed()
        self._checkWritable()
        try:
            return self._sock.send(b)
        except error as failure:
            if failure.errno in (EAGAIN, EWOULDBLOCK):
                return None
            raise

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed socket.")

    def readable(self):
        """Whether it was made for reading."""
        self._check_open()
        return self._reads

    def writable(self):
        """Whether it was made for writing."""
        self._check_open()
        return self._writes

    def seekable(self):
        """There are no positions."""
        self._check_open()
        return super().seekable()

    def fileno(self):
        """The socket's descriptor."""
        self._checkClosed()
        return self._sock.fileno()

    @property
    def name(self):
        """The socket's descriptor; -1 once the file is closed."""
        return -1 if self.closed else self.fileno()

    @property
    def mode(self):
        """As it was given, with 'b'."""
        return self._mode

    def close(self):
        """Closes the file, and the descriptor if it is the last user of that."""
        if self.closed:
            return
        super().close()
        sock, self._sock = self._sock, None
        if sock is not None:
            sock._file_closed()


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
    if not name or name in ("0.0.0.0", "::"):
        name = gethostname()
    try:
        return gethostbyaddr(name)[0]
    except error:
        return name


def gethostbyaddr(host):
    """What is known of a host that is given by its name or address: (name, other names, addresses)."""
    addresses = _addresses(host, 0)
    try:
        name = getnameinfo((addresses[0], 0), NI_NAMEREQD)[0]
    except gaierror:
        raise herror(1, "Unknown host") from None
    return name, [], addresses


def gethostbyname_ex(host):
    """What is known of a host with this name: (name, other names, IPv4 addresses)."""
    addresses = _addresses(host, AF_INET)
    return getaddrinfo(host, None, AF_INET, SOCK_STREAM, 0, AI_CANONNAME)[0][3] or host, [], addresses


def _addresses(host, family):
    found = _socket.getaddrinfo(host, None, family, SOCK_STREAM)
    return list(dict.fromkeys(address[0] for *_, address in found))


def getservbyname(servicename, protocolname=None, /):
    """The port of a service, as the system's table has it."""
    for protocol, kind in ("tcp", SOCK_STREAM), ("udp", SOCK_DGRAM):
        if protocolname in (None, protocol) and not servicename.isdecimal():
            try:
                return _socket.getaddrinfo(None, servicename, AF_INET, kind)[0][4][1]
            except gaierror:
                pass
    raise error("service/proto not found")


def getservbyport(port, protocolname=None, /):
    """The service that uses a port, as the system's table has it."""
    if not 0 <= port <= 0xFFFF:
        raise OverflowError("getservbyport: port must be 0-65535.")
    for protocol, flags in ("tcp", 0), ("udp", NI_DGRAM):
        if protocolname in (None, protocol):
            name = getnameinfo(("127.0.0.1", port), NI_NUMERICHOST | flags)[1]
            if name != str(port):
                return name
    raise error("port/proto not found")


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
