"""Starting a process: a new interpreter, which gets what it is to do through a pipe.

The child inherits three kinds of descriptors: its end of that pipe, those of pipes and shared memory in what it is given,
and the standard streams. The other end of the pipe stays open as long as the parent wants, so its end tells the child of
the parent's.
"""

import os
import signal
import threading
import _posixsubprocess
from _multiprocessing import send
from multiprocessing import context, spawn, util
from multiprocessing.reduction import ForkingPickler

__all__ = ["Popen"]


class Popen:
    """A child: its number, and its exit code once that is known."""

    method = "spawn"

    def __init__(self, process_obj):
        self.pid = None
        self.sentinel = None
        self.returncode = None
        self._to_child = None
        # Who waits for the child in the system's sense; it is done once.
        self._lock = threading.Lock()
        self._inherited = []
        util._flush_std_streams()
        self._launch(process_obj)

    def duplicate_for_child(self, fd):
        """Has the child inherit a descriptor; its number there."""
        self._inherited.append(fd)
        return fd

    def _launch(self, process_obj):
        context.set_spawning_popen(self)
        try:
            preparation = ForkingPickler.dumps(spawn.get_preparation_data(process_obj._name))
            task = ForkingPickler.dumps(process_obj)
        finally:
            context.set_spawning_popen(None)
        from_parent, self._to_child = os.pipe()
        ended_reader = ended_writer = None
        try:
            self._inherited.append(from_parent)
            if not _has_process_descriptors():
                ended_reader, ended_writer = os.pipe()
                self._inherited.append(ended_writer)
            self.pid = self._execute(spawn.get_command_line(pipe_handle=from_parent))
            self.sentinel = _process_descriptor(self.pid) if ended_reader is None else ended_reader
            ended_reader = None
        except BaseException:
            self.close()
            raise
        finally:
            for fd in (from_parent, ended_reader, ended_writer):
                if fd is not None:
                    os.close(fd)
        try:
            send(self._to_child, preparation)
            send(self._to_child, task)
        except BrokenPipeError:
            # It has ended already, which its exit code says.
            pass

    def _execute(self, command):
        variables = [os.fsencode(name) + b"=" + os.fsencode(value) for name, value in os.environ.items()]
        kept = sorted(set(self._inherited))
        pid, errno, stage = _posixsubprocess.fork_exec(
            [os.fsencode(word) for word in command], [os.fsencode(command[0])], True, kept, None, variables,
            -1, -1, -1, False, False, -1, -1, None, -1, -1, None)
        if stage:
            raise OSError(errno, os.strerror(errno), command[0])
        return pid

    def poll(self, flag=os.WNOHANG):
        """The exit code if the child has ended, else None."""
        if self.returncode is None:
            with self._lock:
                self._ask(flag)
        return self.returncode

    def _ask(self, flag):
        if self.returncode is not None:
            return
        try:
            pid, status = os.waitpid(self.pid, flag)
        except ChildProcessError:
            # Somebody else has waited for it, or the program has SIGCHLD ignored: how it ended is lost.
            self.returncode = 255
            return
        if pid == self.pid:
            self.returncode = os.waitstatus_to_exitcode(status)

    def wait(self, timeout=None):
        """Waits for the child's end: its exit code, or None when time ran out."""
        if self.returncode is None:
            if timeout != 0 and not util._await_readable(self.sentinel, timeout):
                return None
            return self.poll(os.WNOHANG if timeout == 0 else 0)
        return self.returncode

    def _send_signal(self, number):
        with self._lock:
            # What has been waited for may be another process by now.
            self._ask(os.WNOHANG)
            if self.returncode is None:
                os.kill(self.pid, number)

    def terminate(self):
        """Sends SIGTERM."""
        self._send_signal(signal.SIGTERM)

    def kill(self):
        """Sends SIGKILL."""
        self._send_signal(signal.SIGKILL)

    def close(self):
        """Closes this process's descriptors."""
        for name in ("sentinel", "_to_child"):
            fd = getattr(self, name)
            if fd is not None:
                setattr(self, name, None)
                os.close(fd)

    def __del__(self, _close=os.close):
        for fd in (self.sentinel, self._to_child):
            if fd is not None:
                try:
                    _close(fd)
                except OSError:
                    pass


_answer = None


def _has_process_descriptors():
    """Whether the system has descriptors that stand for processes. They tell of a process's end even if its own
    children have what it had open."""
    global _answer
    if _answer is None:
        try:
            os.close(os.pidfd_open(os.getpid()))
            _answer = True
        except (AttributeError, OSError):
            _answer = False
    return _answer


def _process_descriptor(pid):
    try:
        return os.pidfd_open(pid)
    except ProcessLookupError:
        # It has ended, and SIGCHLD is ignored: something that is always ready.
        reader, writer = os.pipe()
        os.close(writer)
        return reader
