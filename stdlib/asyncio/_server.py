"""What accepts connections."""

from . import events, exceptions, tasks, trsock


class Server(events.AbstractServer):
    """Sockets that a loop accepts connections from, and the connections that came from them."""

    def __init__(self, loop, sockets, protocol_factory, ssl_context, backlog, ssl_handshake_timeout,
                 ssl_shutdown_timeout=None):
        self._loop = loop
        self._sockets = sockets
        # The loop holds them as well, until they end.
        self._clients = set()
        self._waiters = []
        self._protocol_factory = protocol_factory
        self._backlog = backlog
        self._ssl_context = ssl_context
        self._ssl_handshake_timeout = ssl_handshake_timeout
        self._ssl_shutdown_timeout = ssl_shutdown_timeout
        self._serving = False
        self._serving_forever_fut = None

    def __repr__(self):
        return f"<{self.__class__.__name__} sockets={self.sockets!r}>"

    def _attach(self, transport):
        if self._sockets is None:
            raise AssertionError("the server is closed")
        self._clients.add(transport)

    def _detach(self, transport):
        self._clients.discard(transport)
        if len(self._clients) == 0 and self._sockets is None:
            self._wakeup()

    def _wakeup(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters or ():
            if not waiter.done():
                waiter.set_result(None)

    def _start_serving(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            self._loop._start_serving(self._protocol_factory, sock, self._ssl_context, self, self._backlog,
                                      self._ssl_handshake_timeout, self._ssl_shutdown_timeout)

    def get_loop(self):
        """The loop that the server belongs to."""
        return self._loop

    def is_serving(self):
        """Whether the server accepts connections."""
        return self._serving

    @property
    def sockets(self):
        """The sockets that listen."""
        if self._sockets is None:
            return ()
        return tuple(trsock.TransportSocket(sock) for sock in self._sockets)

    def close(self):
        """Stops listening; connections stay."""
        sockets = self._sockets
        if sockets is None:
            return
        self._sockets = None
        for sock in sockets:
            self._loop._stop_serving(sock)
        self._serving = False
        if self._serving_forever_fut is not None and not self._serving_forever_fut.done():
            self._serving_forever_fut.cancel()
            self._serving_forever_fut = None
        if len(self._clients) == 0:
            self._wakeup()

    def close_clients(self):
        """Closes all connections."""
        for transport in self._clients.copy():
            transport.close()

    def abort_clients(self):
        """Closes all connections at once; what has not been sent is lost."""
        for transport in self._clients.copy():
            transport.abort()

    async def start_serving(self):
        """Begins to accept connections."""
        self._start_serving()
        # Until the loop waits for them.
        await tasks.sleep(0)

    async def _serve_or_close(self):
        """Begins to accept connections. Nobody else knows the server yet, so it is closed if that is cancelled or fails."""
        try:
            await self.start_serving()
        except BaseException:
            self.close()
            raise

    async def serve_forever(self):
        """Accepts connections until this is cancelled, which closes the server."""
        if self._serving_forever_fut is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if self._sockets is None:
            raise RuntimeError(f"server {self!r} is closed")
        self._start_serving()
        self._serving_forever_fut = self._loop.create_future()
        try:
            await self._serving_forever_fut
        except exceptions.CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._serving_forever_fut = None

    async def wait_closed(self):
        """Waits until the server is closed and all its connections have ended."""
        if self._waiters is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter


# Programs know it by this name.
Server.__module__ = "asyncio.base_events"
