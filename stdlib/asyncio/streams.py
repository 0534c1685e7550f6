"""Connections as streams that are read and written with `await`."""

import collections
import weakref
from _asyncio import StreamProtocol, StreamWriter as _StreamWriter

from . import coroutines, events, protocols, tasks
from ._stream_reader import StreamReader, _DEFAULT_LIMIT

__all__ = ("StreamReader", "StreamWriter", "StreamReaderProtocol", "open_connection", "start_server",
           "open_unix_connection", "start_unix_server")


async def open_connection(host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Connects to a host. Returns (reader, writer); other arguments are those of create_connection()."""
    loop = events.get_running_loop()
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await loop.create_connection(lambda: protocol, host, port, **kwds)
    return reader, StreamWriter(transport, protocol, reader, loop)


async def start_server(client_connected_cb, host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Accepts connections: each one calls a function with (reader, writer). Returns a Server; other arguments are those of
    create_server()."""
    loop = events.get_running_loop()

    def factory():
        return StreamReaderProtocol(StreamReader(limit=limit, loop=loop), client_connected_cb, loop=loop)

    return await loop.create_server(factory, host, port, **kwds)


async def open_unix_connection(path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Connects to a Unix socket. Returns (reader, writer)."""
    loop = events.get_running_loop()
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await loop.create_unix_connection(lambda: protocol, path, **kwds)
    return reader, StreamWriter(transport, protocol, reader, loop)


async def start_unix_server(client_connected_cb, path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Accepts connections to a Unix socket: each one calls a function with (reader, writer). Returns a Server."""
    loop = events.get_running_loop()

    def factory():
        return StreamReaderProtocol(StreamReader(limit=limit, loop=loop), client_connected_cb, loop=loop)

    return await loop.create_unix_server(factory, path, **kwds)


class FlowControlMixin(protocols.Protocol):
    """Has writers wait while the transport is full."""

    def __init__(self, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop
        self._paused = False
        self._connection_lost = False

    # Those that wait for room: a deque once there has been one.
    _drain_waiters = ()

    def pause_writing(self):
        self._paused = True

    def resume_writing(self):
        self._paused = False
        for waiter in self._drain_waiters:
            if not waiter.done():
                waiter.set_result(None)

    def connection_lost(self, exc):
        self._connection_lost = True
        # Those that wait for room wait in vain.
        for waiter in self._drain_waiters if self._paused else ():
            if not waiter.done():
                if exc is None:
                    waiter.set_result(None)
                else:
                    waiter.set_exception(exc)

    async def _drain_helper(self):
        if self._connection_lost:
            raise ConnectionResetError("Connection lost")
        if not self._paused:
            return
        waiter = self._loop.create_future()
        if not self._drain_waiters:
            self._drain_waiters = collections.deque()
        self._drain_waiters.append(waiter)
        waiters = self._drain_waiters
        try:
            await waiter
        finally:
            waiters.remove(waiter)

    def _get_close_waiter(self, stream):
        raise NotImplementedError


class StreamReaderProtocol(StreamProtocol, FlowControlMixin, protocols.Protocol):
    """Feeds a reader with what comes, and calls a function when a connection is accepted."""

    # Attributes that few protocols have of their own.
    _source_traceback = None
    _stream_writer = None
    _reject_connection = False

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        super().__init__(loop=loop)
        # A reader that nobody refers to needs no more bytes. One of an accepted connection is held until it is passed on.
        if stream_reader is not None:
            self._stream_reader_wr = weakref.ref(stream_reader)
            if stream_reader._source_traceback is not None:
                setattr(self, "_source_traceback", stream_reader._source_traceback)
        else:
            self._stream_reader_wr = None
        self._strong_reader = stream_reader if client_connected_cb is not None else None
        self._task = None
        self._transport = None
        self._client_connected_cb = client_connected_cb
        self._over_ssl = False
        # The future that ends with the connection, once somebody has asked for it; before, a tuple that says how that has ended, if it has.
        self._end = None

    @property
    def _closed(self):
        end = self._end
        if end is None or type(end) is tuple:
            self._end = self._loop.create_future()
            if end is not None:
                self._end_close_waiter(self._end, *end)
        return self._end

    @staticmethod
    def _end_close_waiter(waiter, exc):
        if waiter.done():
            return
        if exc is None:
            waiter.set_result(None)
        else:
            waiter.set_exception(exc)
            # Nobody need wait for it.
            waiter._log_traceback = False

    def _replace_transport(self, transport):
        self._transport = transport
        self._over_ssl = transport.get_extra_info("sslcontext") is not None

    def connection_made(self, transport):
        if self._reject_connection:
            context = {"message": "An open stream was garbage collected prior to establishing network connection; "
                                  "call \"stream.close()\" explicitly."}
            if self._source_traceback:
                context["source_traceback"] = self._source_traceback
            self._loop.call_exception_handler(context)
            transport.abort()
            return
        self._transport = transport
        reader = self._stream_reader
        if reader is not None:
            reader.set_transport(transport)
        self._over_ssl = transport.get_extra_info("sslcontext") is not None
        if self._client_connected_cb is None:
            return
        writer = StreamWriter(transport, self, reader, self._loop)
        answer = self._client_connected_cb(reader, writer)
        if coroutines.iscoroutine(answer):
            self._task = self._loop.create_task(answer)
            self._served = transport
            self._task.add_done_callback(self._client_done)
        self._strong_reader = None

    def _client_done(self, task):
        transport, self._served = self._served, None
        if task.cancelled():
            transport.close()
            return
        failure = task.exception()
        if failure is not None:
            self._loop.call_exception_handler({
                "message": "Unhandled exception in client_connected_cb",
                "exception": failure,
                "transport": transport,
            })
            transport.close()

    def connection_lost(self, exc):
        reader = self._stream_reader
        if reader is not None:
            if exc is None:
                reader.feed_eof()
            else:
                reader.set_exception(exc)
        if self._end is None:
            self._end = (exc,)
        elif type(self._end) is not tuple:
            self._end_close_waiter(self._end, exc)
        super().connection_lost(exc)
        self._stream_reader_wr = None
        self._task = None
        self._transport = None

    def eof_received(self):
        reader = self._stream_reader
        if reader is not None:
            reader.feed_eof()
        # The other direction stays open, which TLS does not allow.
        return not self._over_ssl

    def _get_close_waiter(self, stream):
        return self._closed


class StreamWriter(_StreamWriter):
    """Sends bytes; drain() waits while too much has not been sent."""

    def __init__(self, transport, protocol, reader, loop):
        self._transport = transport
        self._protocol = protocol
        self._reader = reader
        self._loop = loop

    @property
    def _complete_fut(self):
        """A future that is over."""
        future = self._loop.create_future()
        future.set_result(None)
        return future

    def __repr__(self):
        words = [self.__class__.__name__, f"transport={self._transport!r}"]
        if self._reader is not None:
            words.append(f"reader={self._reader!r}")
        return f"<{' '.join(words)}>"

    @property
    def transport(self):
        """The transport."""
        return self._transport

    def writelines(self, data):
        """Sends the bytes of several objects."""
        self._transport.writelines(data)

    def write_eof(self):
        """Tells the peer that no more bytes will come, when all has been sent."""
        return self._transport.write_eof()

    def can_write_eof(self):
        """Whether write_eof() can be used."""
        return self._transport.can_write_eof()

    def close(self):
        """Ends the connection when all has been sent."""
        return self._transport.close()

    def is_closing(self):
        """Whether the connection is closed or about to be."""
        return self._transport.is_closing()

    async def wait_closed(self):
        """Waits until the connection is closed."""
        await self._protocol._get_close_waiter(self)

    def get_extra_info(self, name, default=None):
        """What is known beside the connection: `socket`, `peername` …"""
        return self._transport.get_extra_info(name, default)

    async def drain(self):
        """Waits until there is room to write."""
        if self._reader is not None:
            failure = self._reader.exception()
            if failure is not None:
                raise failure
        if self._transport.is_closing():
            # The loop tells of the end of the connection first.
            await tasks.sleep(0)
        protocol = self._protocol
        # There is room, as a rule.
        if type(protocol) is not StreamReaderProtocol or protocol._paused or protocol._connection_lost:
            await protocol._drain_helper()

    async def start_tls(self, sslcontext, *, server_hostname=None, ssl_handshake_timeout=None,
                        ssl_shutdown_timeout=None):
        """Raises ImportError: there is no TLS."""
        await self.drain()
        await self._loop.start_tls(self._transport, self._protocol, sslcontext)

    def __del__(self):
        transport = self._transport
        if transport is None or transport.is_closing():
            return
        import warnings

        if self._loop.is_closed():
            warnings.warn("loop is closed", ResourceWarning)
        else:
            self.close()
            warnings.warn(f"unclosed {self!r}", ResourceWarning)
