"""Processes as objects: this one, its parent and its children."""

import itertools
import os
import sys
import threading

# The directory in which the program was started.
try:
    ORIGINAL_DIR = os.path.abspath(os.getcwd())
except OSError:
    ORIGINAL_DIR = None


def current_process():
    """This process."""
    return _current_process


def parent_process():
    """The process that has started this one; None in the main process."""
    return _parent_process


def active_children():
    """The children that are alive. Those that are not are waited for."""
    _cleanup()
    return list(_children)


def _cleanup():
    for child in _children.copy():
        if (popen := child._popen) and popen.poll() is not None:
            _children.discard(child)


class BaseProcess:
    """An activity in a process of its own: run(), or the function given as `target`."""

    def _Popen(self):
        raise NotImplementedError

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        assert group is None, "group argument must be None for now"
        self._identity = (*_current_process._identity, _counter())
        # It is made when it is first asked for.
        _current_process.authkey
        self._config = _current_process._config.copy()
        self._parent_pid = os.getpid()
        self._parent_name = _current_process.name
        self._popen = None
        self._closed = False
        self._target = target
        self._args = tuple(args)
        self._kwargs = dict(kwargs)
        self._name = name or f"{type(self).__name__}-{':'.join(map(str, self._identity))}"
        if daemon is not None:
            self.daemon = daemon

    def _check_closed(self):
        if self._closed:
            raise ValueError("process object is closed")

    def run(self):
        """What the process does; to be overridden, or the target is called."""
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        """Starts the process."""
        self._check_closed()
        assert self._popen is None, "cannot start a process twice"
        assert self._parent_pid == os.getpid(), "can only start a process object created by current process"
        assert not _current_process._config.get("daemon"), "daemonic processes are not allowed to have children"
        _cleanup()
        self._popen = self._Popen(self)
        self._sentinel = self._popen.sentinel
        # These may refer to the process itself.
        del self._target, self._args, self._kwargs
        _children.add(self)

    def terminate(self):
        """Ends the process by SIGTERM."""
        self._check_closed()
        self._popen.terminate()

    def kill(self):
        """Ends the process by SIGKILL."""
        self._check_closed()
        self._popen.kill()

    def join(self, timeout=None):
        """Waits until the process has ended, at most so many seconds."""
        self._check_closed()
        assert self._parent_pid == os.getpid(), "can only join a child process"
        assert self._popen is not None, "can only join a started process"
        if self._popen.wait(timeout) is not None:
            _children.discard(self)

    def is_alive(self):
        """Whether the process runs."""
        self._check_closed()
        if self is _current_process:
            return True
        assert self._parent_pid == os.getpid(), "can only test a child process"
        if self._popen is None:
            return False
        if self._popen.poll() is None:
            return True
        _children.discard(self)
        return False

    def close(self):
        """Gives up what is held of the system for a process that has ended."""
        if self._popen is not None:
            if self._popen.poll() is None:
                raise ValueError("Cannot close a process while it is still running. "
                                 "You should first call join() or terminate().")
            self._popen.close()
            self._popen = None
            del self._sentinel
            _children.discard(self)
        self._closed = True

    @property
    def name(self):
        """The name, which means nothing to the system."""
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, str), "name must be a string"
        self._name = name

    @property
    def daemon(self):
        """Whether the process is terminated when this one ends, instead of waited for."""
        return self._config.get("daemon", False)

    @daemon.setter
    def daemon(self, daemonic):
        assert self._popen is None, "process has already started"
        self._config["daemon"] = daemonic

    @property
    def authkey(self):
        """The key that the processes of a program share."""
        if "authkey" not in self._config:
            # Only now: random bytes make a program different each time.
            self.authkey = os.urandom(32)
        return self._config["authkey"]

    @authkey.setter
    def authkey(self, authkey):
        self._config["authkey"] = AuthenticationString(authkey)

    @property
    def exitcode(self):
        """None while the process runs; then its exit code, or the number of the signal that ended it, negative."""
        self._check_closed()
        return self._popen if self._popen is None else self._popen.poll()

    @property
    def ident(self):
        """The process's number, None before it is started."""
        self._check_closed()
        if self is _current_process:
            return os.getpid()
        return self._popen and self._popen.pid

    pid = ident

    @property
    def sentinel(self):
        """A descriptor that is ready to be read when the process has ended."""
        self._check_closed()
        try:
            return self._sentinel
        except AttributeError:
            raise ValueError("process not started") from None

    def __repr__(self):
        exitcode = None
        if self is _current_process:
            state = "started"
        elif self._closed:
            state = "closed"
        elif self._parent_pid != os.getpid():
            state = "unknown"
        elif self._popen is None:
            state = "initial"
        else:
            exitcode = self._popen.poll()
            state = "started" if exitcode is None else "stopped"
        parts = [type(self).__name__, f"name={self._name!r}"]
        if self._popen is not None:
            parts.append(f"pid={self._popen.pid}")
        parts += [f"parent={self._parent_pid}", state]
        if exitcode is not None:
            parts.append(f"exitcode={_named(exitcode)}")
        if self.daemon:
            parts.append("daemon")
        return f"<{' '.join(parts)}>"

    def _bootstrap(self, parent_sentinel=None):
        """What the child does; its exit code."""
        from multiprocessing import context, util

        global _current_process, _parent_process, _counter
        exitcode = 1
        try:
            if self._start_method is not None:
                context._default_context.set_start_method(self._start_method, force=True)
            _counter = itertools.count(1).__next__
            _children.clear()
            util._close_stdin()
            _current_process = self
            _parent_process = _ParentProcess(self._parent_name, self._parent_pid, parent_sentinel)
            util.info("child process calling self.run()")
            try:
                self.run()
                exitcode = 0
            finally:
                util._exit_function()
        except SystemExit as exit:
            if exit.code is None:
                exitcode = 0
            elif isinstance(exit.code, int):
                exitcode = exit.code
            else:
                print(exit.code, file=sys.stderr)
        except BaseException as error:
            if sys.stderr is not None:
                sys.stderr.write(f"Process {self.name}:\n")
            sys.__excepthook__(type(error), error, error.__traceback__)
        finally:
            threading._shutdown()
            util.info("process exiting with exitcode %s", exitcode)
            util._flush_std_streams()
        return exitcode


def _named(exitcode):
    """An exit code, with the name of a signal in place of its number."""
    if exitcode < 0:
        import signal

        try:
            return f"-{signal.Signals(-exitcode).name}"
        except ValueError:
            pass
    return exitcode


class AuthenticationString(bytes):
    """A key, which goes to processes that are started, and nowhere else."""

    def __reduce__(self):
        from multiprocessing.context import get_spawning_popen

        if get_spawning_popen() is None:
            raise TypeError("Pickling an AuthenticationString object is disallowed for security reasons")
        return AuthenticationString, (bytes(self),)


class _ParentProcess(BaseProcess):
    """The parent, as a child knows it."""

    def __init__(self, name, pid, sentinel):
        self._identity = ()
        self._name = name
        self._pid = pid
        self._parent_pid = None
        self._popen = None
        self._closed = False
        self._sentinel = sentinel
        self._config = {}

    def is_alive(self):
        """Whether the parent runs."""
        from multiprocessing.util import _await_readable

        return not _await_readable(self._sentinel, 0)

    @property
    def ident(self):
        """The parent's number."""
        return self._pid

    pid = ident

    def join(self, timeout=None):
        """Waits until the parent has ended, at most so many seconds."""
        from multiprocessing.util import _await_readable

        _await_readable(self._sentinel, timeout)


class _MainProcess(BaseProcess):
    """The process in which the program began."""

    def __init__(self):
        self._identity = ()
        self._name = "MainProcess"
        self._parent_pid = None
        self._popen = None
        self._closed = False
        self._config = {}

    def close(self):
        """Does nothing."""


_parent_process = None
_current_process = _MainProcess()
_counter = itertools.count(1).__next__
_children = set()
