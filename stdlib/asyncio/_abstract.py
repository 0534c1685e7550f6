"""What loops and servers promise."""

from _asyncio import Loop

__all__ = ("AbstractEventLoop", "AbstractServer")


class AbstractServer:
    """What create_server() gives."""

    def close(self):
        """Stops listening; connections stay."""
        raise NotImplementedError

    def close_clients(self):
        """Closes all connections."""
        raise NotImplementedError

    def abort_clients(self):
        """Closes all connections at once; what has not been sent is lost."""
        raise NotImplementedError

    def get_loop(self):
        """The loop that the server belongs to."""
        raise NotImplementedError

    def is_serving(self):
        """Whether the server accepts connections."""
        raise NotImplementedError

    async def start_serving(self):
        """Begins to accept connections."""
        raise NotImplementedError

    async def serve_forever(self):
        """Accepts connections until this is cancelled."""
        raise NotImplementedError

    async def wait_closed(self):
        """Waits until the server is closed and all its connections have ended."""
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


class AbstractEventLoop(Loop):
    """What a loop can do. A class of loops overrides what it supports."""

    def run_forever(self):
        """Runs until stop() is called."""
        raise NotImplementedError

    def run_until_complete(self, future):
        """Runs until a future is done. Returns its result."""
        raise NotImplementedError

    def stop(self):
        """Ends the run after the present iteration."""
        raise NotImplementedError

    def is_running(self):
        """Whether the loop runs."""
        raise NotImplementedError

    def is_closed(self):
        """Whether the loop has been closed."""
        raise NotImplementedError

    def close(self):
        """Gives up what the loop holds. It cannot run again."""
        raise NotImplementedError

    async def shutdown_asyncgens(self):
        """Closes the asynchronous generators that have not ended."""
        raise NotImplementedError

    async def shutdown_default_executor(self):
        """Ends the threads of the default executor."""
        raise NotImplementedError

    def _timer_handle_cancelled(self, handle):
        """A timer has been cancelled."""
        raise NotImplementedError

    def call_soon(self, callback, *args, context=None):
        """Calls a function in the next iteration."""
        raise NotImplementedError

    def call_later(self, delay, callback, *args, context=None):
        """Calls a function after so many seconds."""
        raise NotImplementedError

    def call_at(self, when, callback, *args, context=None):
        """Calls a function at a time of the loop's clock."""
        raise NotImplementedError

    def time(self):
        """The time by the loop's clock."""
        raise NotImplementedError

    def create_future(self):
        """A future of this loop."""
        raise NotImplementedError

    def create_task(self, coro, *, name=None, context=None):
        """A task that runs a coroutine in this loop."""
        raise NotImplementedError

    def call_soon_threadsafe(self, callback, *args, context=None):
        """As call_soon(), from any thread."""
        raise NotImplementedError

    def run_in_executor(self, executor, func, *args):
        """Calls a function in another thread; a future of its result."""
        raise NotImplementedError

    def set_default_executor(self, executor):
        """Sets where run_in_executor() calls functions."""
        raise NotImplementedError

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        """The addresses that a name stands for."""
        raise NotImplementedError

    async def getnameinfo(self, sockaddr, flags=0):
        """The name that an address has."""
        raise NotImplementedError

    async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0, sock=None,
                                local_addr=None, server_hostname=None, ssl_handshake_timeout=None,
                                ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None):
        """Connects to a host."""
        raise NotImplementedError

    async def create_server(self, protocol_factory, host=None, port=None, *, family=0, flags=1, sock=None, backlog=100,
                            ssl=None, reuse_address=None, reuse_port=None, keep_alive=None, ssl_handshake_timeout=None,
                            ssl_shutdown_timeout=None, start_serving=True):
        """Accepts connections to a port."""
        raise NotImplementedError

    async def sendfile(self, transport, file, offset=0, count=None, *, fallback=True):
        """Sends a file through a transport."""
        raise NotImplementedError

    async def start_tls(self, transport, protocol, sslcontext, *, server_side=False, server_hostname=None,
                        ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        """Makes a connection a TLS connection."""
        raise NotImplementedError

    async def create_unix_connection(self, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None,
                                     ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        """Connects to a Unix socket."""
        raise NotImplementedError

    async def create_unix_server(self, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None,
                                 ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True):
        """Accepts connections to a Unix socket."""
        raise NotImplementedError

    async def connect_accepted_socket(self, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None,
                                      ssl_shutdown_timeout=None):
        """Takes over a connection that has been accepted elsewhere."""
        raise NotImplementedError

    async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0,
                                       flags=0, reuse_address=None, reuse_port=None, allow_broadcast=None, sock=None):
        """Sends and receives datagrams."""
        raise NotImplementedError

    async def connect_read_pipe(self, protocol_factory, pipe):
        """Reads from a pipe."""
        raise NotImplementedError

    async def connect_write_pipe(self, protocol_factory, pipe):
        """Writes to a pipe."""
        raise NotImplementedError

    async def subprocess_shell(self, protocol_factory, cmd, *, stdin=-1, stdout=-1, stderr=-1, **kwargs):
        """Runs a line of the shell."""
        raise NotImplementedError

    async def subprocess_exec(self, protocol_factory, *args, stdin=-1, stdout=-1, stderr=-1, **kwargs):
        """Runs a program."""
        raise NotImplementedError

    def add_reader(self, fd, callback, *args):
        """Calls a function whenever a descriptor can be read."""
        raise NotImplementedError

    def remove_reader(self, fd):
        """Stops that."""
        raise NotImplementedError

    def add_writer(self, fd, callback, *args):
        """Calls a function whenever a descriptor can be written."""
        raise NotImplementedError

    def remove_writer(self, fd):
        """Stops that."""
        raise NotImplementedError

    async def sock_recv(self, sock, nbytes):
        """Receives up to so many bytes."""
        raise NotImplementedError

    async def sock_recv_into(self, sock, buf):
        """Receives into a buffer."""
        raise NotImplementedError

    async def sock_recvfrom(self, sock, bufsize):
        """Receives a datagram: (bytes, address)."""
        raise NotImplementedError

    async def sock_recvfrom_into(self, sock, buf, nbytes=0):
        """Receives a datagram into a buffer: (length, address)."""
        raise NotImplementedError

    async def sock_sendall(self, sock, data):
        """Sends all of the data."""
        raise NotImplementedError

    async def sock_sendto(self, sock, data, address):
        """Sends a datagram."""
        raise NotImplementedError

    async def sock_connect(self, sock, address):
        """Connects a socket."""
        raise NotImplementedError

    async def sock_accept(self, sock):
        """Takes a connection: (socket, address)."""
        raise NotImplementedError

    async def sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=None):
        """Sends a file through a socket."""
        raise NotImplementedError

    def add_signal_handler(self, sig, callback, *args):
        """Calls a function whenever a signal comes."""
        raise NotImplementedError

    def remove_signal_handler(self, sig):
        """Stops that."""
        raise NotImplementedError

    def set_task_factory(self, factory):
        """Sets what makes tasks."""
        raise NotImplementedError

    def get_task_factory(self):
        """What makes tasks; None: Task."""
        raise NotImplementedError

    def get_exception_handler(self):
        """What is called with errors that nobody catches; None: the default."""
        raise NotImplementedError

    def set_exception_handler(self, handler):
        """Sets what is called with errors that nobody catches."""
        raise NotImplementedError

    def default_exception_handler(self, context):
        """Logs an error."""
        raise NotImplementedError

    def call_exception_handler(self, context):
        """Tells of an error that nobody catches."""
        raise NotImplementedError

    def get_debug(self):
        """Whether debug mode is on."""
        raise NotImplementedError

    def set_debug(self, enabled):
        """Turns debug mode on or off."""
        raise NotImplementedError


# They are known by where programs find them.
AbstractServer.__module__ = AbstractEventLoop.__module__ = "asyncio.events"
