"""Child processes as transports."""

import collections
import os
import signal
import subprocess
import warnings

from . import log, protocols, transports


class BaseSubprocessTransport(transports.SubprocessTransport):
    """A child process: its pipes are transports, its end is told when they are closed too."""

    def __init__(self, loop, protocol, args, shell, stdin, stdout, stderr, bufsize, waiter=None, extra=None, **kwargs):
        super().__init__(extra)
        self._closed = False
        self._protocol = protocol
        self._loop = loop
        self._proc = None
        self._pid = None
        self._returncode = None
        self._exit_waiters = []
        # Calls of the protocol that wait until it knows of the process; None: it does.
        self._pending_calls = collections.deque()
        self._pipes = {}
        self._finished = False
        self._pipes_connected = False
        for fd, wanted in enumerate((stdin, stdout, stderr)):
            if wanted == subprocess.PIPE:
                self._pipes[fd] = None
        try:
            self._start(args=args, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr, bufsize=bufsize, **kwargs)
        except:
            self.close()
            raise
        self._pid = self._proc.pid
        self._extra["subprocess"] = self._proc
        if self._loop.get_debug():
            program = args if isinstance(args, (bytes, str)) else args[0]
            log.logger.debug("process %r created: pid %s", program, self._pid)
        self._loop.create_task(self._connect_pipes(waiter))

    def __repr__(self):
        words = [self.__class__.__name__]
        if self._closed:
            words.append("closed")
        if self._pid is not None:
            words.append(f"pid={self._pid}")
        if self._returncode is not None:
            words.append(f"returncode={self._returncode}")
        elif self._pid is not None:
            words.append("running")
        else:
            words.append("not started")
        stdin = self._pipes.get(0)
        if stdin is not None:
            words.append(f"stdin={stdin.pipe}")
        stdout, stderr = self._pipes.get(1), self._pipes.get(2)
        if stdout is not None and stderr is stdout:
            words.append(f"stdout=stderr={stdout.pipe}")
        else:
            if stdout is not None:
                words.append(f"stdout={stdout.pipe}")
            if stderr is not None:
                words.append(f"stderr={stderr.pipe}")
        return f"<{' '.join(words)}>"

    def _start(self, args, shell, stdin, stdout, stderr, bufsize, **kwargs):
        raise NotImplementedError

    def set_protocol(self, protocol):
        """Sets who is told of the process."""
        self._protocol = protocol

    def get_protocol(self):
        """Who is told of the process."""
        return self._protocol

    def is_closing(self):
        """Whether the transport is closed."""
        return self._closed

    def close(self):
        """Closes the pipes, and kills the process if it still runs."""
        if self._closed:
            return
        self._closed = True
        for pipe in self._pipes.values():
            if pipe is not None:
                pipe.pipe.close()
        if self._proc is not None and self._returncode is None:
            if self._loop.get_debug():
                log.logger.warning("Close running child process: kill %r", self)
            try:
                self._signal(signal.SIGKILL)
            except PermissionError:
                pass

    def __del__(self, _warn=warnings.warn):
        if not self._closed:
            _warn(f"unclosed transport {self!r}", ResourceWarning, source=self)
            self.close()

    def get_pid(self):
        """Its number."""
        return self._pid

    def get_returncode(self):
        """Its exit code; None while it runs."""
        return self._returncode

    def get_pipe_transport(self, fd):
        """The transport of one of its pipes."""
        return self._pipes[fd].pipe if fd in self._pipes else None

    def _check_proc(self):
        if self._proc is None:
            raise ProcessLookupError()

    def _signal(self, number):
        # Popen would ask whether the process has ended, and so take the exit code that the loop waits for.
        if self._returncode is not None:
            return
        try:
            os.kill(self._pid, number)
        except ProcessLookupError:
            pass

    def send_signal(self, signal):
        """Sends it a signal; nothing if it has ended."""
        self._check_proc()
        self._signal(signal)

    def terminate(self):
        """Asks it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self):
        """Ends it."""
        self.send_signal(signal.SIGKILL)

    async def _connect_pipes(self, waiter):
        try:
            proc, loop = self._proc, self._loop
            if proc.stdin is not None:
                _, pipe = await loop.connect_write_pipe(lambda: WriteSubprocessPipeProto(self, 0), proc.stdin)
                self._pipes[0] = pipe
            for fd, stream in (1, proc.stdout), (2, proc.stderr):
                if stream is not None:
                    _, pipe = await loop.connect_read_pipe(lambda fd=fd: ReadSubprocessPipeProto(self, fd), stream)
                    self._pipes[fd] = pipe
            loop.call_soon(self._protocol.connection_made, self)
            for callback, data in self._pending_calls:
                loop.call_soon(callback, *data)
            self._pending_calls = None
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if waiter is not None and not waiter.cancelled():
                waiter.set_exception(error)
        else:
            if waiter is not None and not waiter.cancelled():
                waiter.set_result(None)
            self._pipes_connected = True

    def _call(self, callback, *data):
        if self._pending_calls is not None:
            self._pending_calls.append((callback, data))
        else:
            self._loop.call_soon(callback, *data)

    def _pipe_connection_lost(self, fd, exc):
        self._call(self._protocol.pipe_connection_lost, fd, exc)
        self._try_finish()

    def _pipe_data_received(self, fd, data):
        self._call(self._protocol.pipe_data_received, fd, data)

    def _process_exited(self, returncode):
        if self._loop.get_debug():
            log.logger.info("%r exited with return code %r", self, returncode)
        self._returncode = returncode
        if self._proc.returncode is None:
            # Nobody else is to wait for it: its number may be another's by now.
            self._proc.returncode = returncode
        self._call(self._protocol.process_exited)
        self._try_finish()

    async def _wait(self):
        """Waits until the process has ended. Returns its exit code."""
        if self._returncode is not None:
            return self._returncode
        waiter = self._loop.create_future()
        self._exit_waiters.append(waiter)
        return await waiter

    def _try_finish(self):
        if self._returncode is None or self._finished:
            return
        if all(pipe is not None and pipe.disconnected for pipe in self._pipes.values()):
            self._finished = True
            self._call(self._call_connection_lost, None)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            for waiter in self._exit_waiters:
                if not waiter.cancelled():
                    waiter.set_result(self._returncode)
            self._exit_waiters = None
            self._loop = None
            self._proc = None
            self._protocol = None


class WriteSubprocessPipeProto(protocols.BaseProtocol):
    """Tells the process's transport of a pipe."""

    def __init__(self, proc, fd):
        self.proc = proc
        self.fd = fd
        self.pipe = None
        self.disconnected = False

    def connection_made(self, transport):
        self.pipe = transport

    def __repr__(self):
        return f"<{self.__class__.__name__} fd={self.fd} pipe={self.pipe!r}>"

    def connection_lost(self, exc):
        self.disconnected = True
        self.proc._pipe_connection_lost(self.fd, exc)
        self.proc = None

    def pause_writing(self):
        self.proc._protocol.pause_writing()

    def resume_writing(self):
        self.proc._protocol.resume_writing()


class ReadSubprocessPipeProto(WriteSubprocessPipeProto, protocols.Protocol):
    """The same for a pipe that is read."""

    def data_received(self, data):
        self.proc._pipe_data_received(self.fd, data)
