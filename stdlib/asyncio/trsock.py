"""The socket of a transport as programs see it."""

class TransportSocket:
    """Asks and sets options of a socket, whose transport alone reads, writes and closes it."""

    __slots__ = ("_sock",)

    def __init__(self, sock):
        self._sock = sock

    @property
    def family(self):
        """The family of addresses."""
        return self._sock.family

    @property
    def type(self):
        """The kind of connection."""
        return self._sock.type

    @property
    def proto(self):
        """The protocol."""
        return self._sock.proto

    def __repr__(self):
        words = [f"<asyncio.TransportSocket fd={self.fileno()}, family={self.family!s}, type={self.type!s}, "
                 f"proto={self.proto}"]
        if self.fileno() != -1:
            for label, ask in ("laddr", self._sock.getsockname), ("raddr", self._sock.getpeername):
                try:
                    address = ask()
                except OSError:
                    continue
                if address:
                    words.append(f"{label}={address}")
        return ", ".join(words) + ">"

    def __getstate__(self):
        raise TypeError("Cannot serialize asyncio.TransportSocket object")

    def fileno(self):
        """The descriptor."""
        return self._sock.fileno()

    def dup(self):
        """Another socket for the same connection."""
        return self._sock.dup()

    def get_inheritable(self):
        """Whether programs that are executed keep the descriptor."""
        return self._sock.get_inheritable()

    def shutdown(self, how):
        """Closes one direction or both; none has to be sent after that."""
        self._sock.shutdown(how)

    def getsockopt(self, *args, **kwargs):
        """An option of the socket."""
        return self._sock.getsockopt(*args, **kwargs)

    def setsockopt(self, *args, **kwargs):
        """Sets an option of the socket."""
        self._sock.setsockopt(*args, **kwargs)

    def getpeername(self):
        """The peer's address."""
        return self._sock.getpeername()

    def getsockname(self):
        """The socket's address."""
        return self._sock.getsockname()

    def getsockbyname(self):
        """The address of a socket by its name."""
        return self._sock.getsockbyname()

    def settimeout(self, value):
        """Accepts 0 alone: the socket never waits."""
        if value == 0:
            return
        raise ValueError("settimeout(): only 0 timeout is allowed on transport sockets")

    def gettimeout(self):
        """0: the socket never waits."""
        return 0

    def setblocking(self, flag):
        """Accepts False alone: the socket never waits."""
        if not flag:
            return
        raise ValueError("setblocking(): transport sockets cannot be blocking")
