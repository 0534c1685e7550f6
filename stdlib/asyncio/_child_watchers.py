"""Waiting for child processes: with descriptors of processes, or else a thread for each."""

import itertools
import os
import threading

from . import events, log


def can_use_pidfd():
    """Whether the system has descriptors of processes."""
    if not hasattr(os, "pidfd_open"):
        return False
    try:
        os.close(os.pidfd_open(os.getpid(), 0))
    except OSError:
        return False
    return True


def _exit_code(status):
    try:
        return os.waitstatus_to_exitcode(status)
    except ValueError:
        # Neither has it ended by itself nor by a signal.
        return status


class AbstractChildWatcher:
    """Calls a function when a child process has ended."""

    def __init_subclass__(cls):
        if cls.__module__ != __name__:
            events._warn_of_watchers("AbstractChildWatcher")

    def add_child_handler(self, pid, callback, *args):
        """Calls a function with the process's number, its exit code and the arguments."""
        raise NotImplementedError

    def remove_child_handler(self, pid):
        """Stops that. Returns whether there was a function."""
        raise NotImplementedError

    def attach_loop(self, loop):
        """Sets the loop that calls the functions."""
        raise NotImplementedError

    def close(self):
        """Gives up what the watcher holds."""
        raise NotImplementedError

    def is_active(self):
        """Whether it can be used."""
        raise NotImplementedError

    def __enter__(self):
        raise NotImplementedError

    def __exit__(self, a, b, c):
        raise NotImplementedError


class PidfdChildWatcher(AbstractChildWatcher):
    """The running loop waits for descriptors of the processes."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_traceback):
        pass

    def is_active(self):
        """Yes."""
        return True

    def close(self):
        """There is nothing to give up."""

    def attach_loop(self, loop):
        """The running loop is taken."""

    def add_child_handler(self, pid, callback, *args):
        """Calls a function with the process's number, its exit code and the arguments."""
        loop = events.get_running_loop()
        descriptor = os.pidfd_open(pid)
        loop._add_reader(descriptor, self._do_wait, pid, descriptor, callback, args)

    def _do_wait(self, pid, descriptor, callback, args):
        loop = events.get_running_loop()
        loop._remove_reader(descriptor)
        try:
            _, status = os.waitpid(pid, 0)
        except ChildProcessError:
            # Somebody else has waited for it.
            returncode = 255
            log.logger.warning("child process pid %d exit status already read:  will report returncode 255", pid)
        else:
            returncode = _exit_code(status)
        os.close(descriptor)
        callback(pid, returncode, *args)

    def remove_child_handler(self, pid):
        """No: the descriptor is waited for until the process ends."""
        return False


class ThreadedChildWatcher(AbstractChildWatcher):
    """A thread waits for each process."""

    def __init__(self):
        self._pid_counter = itertools.count(0)
        self._threads = {}

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        pass

    def is_active(self):
        """Yes."""
        return True

    def close(self):
        """There is nothing to give up."""

    def attach_loop(self, loop):
        """The running loop is taken."""

    def __del__(self, _warn=None):
        if any(thread.is_alive() for thread in list(self._threads.values())):
            import warnings

            (_warn or warnings.warn)(f"{self.__class__} has registered but not finished child processes",
                                     ResourceWarning, source=self)

    def add_child_handler(self, pid, callback, *args):
        """Calls a function with the process's number, its exit code and the arguments."""
        loop = events.get_running_loop()
        thread = threading.Thread(target=self._do_waitpid, name=f"asyncio-waitpid-{next(self._pid_counter)}",
                                  args=(loop, pid, callback, args), daemon=True)
        self._threads[pid] = thread
        thread.start()

    def remove_child_handler(self, pid):
        """No: the thread waits until the process ends."""
        return False

    def _do_waitpid(self, loop, expected_pid, callback, args):
        try:
            pid, status = os.waitpid(expected_pid, 0)
        except ChildProcessError:
            # Somebody else has waited for it.
            pid, returncode = expected_pid, 255
            log.logger.warning("Unknown child process pid %d, will report returncode 255", pid)
        else:
            returncode = _exit_code(status)
            if loop.get_debug():
                log.logger.debug("process %s exited with returncode %s", expected_pid, returncode)
        if loop.is_closed():
            log.logger.warning("Loop %r that handles pid %r is closed", loop, pid)
        else:
            loop.call_soon_threadsafe(callback, pid, returncode, *args)
        self._threads.pop(expected_pid, None)


class SafeChildWatcher(ThreadedChildWatcher):
    """The name under which older programs ask for a watcher that leaves other children alone."""

    def __init__(self):
        super().__init__()
        events._warn_of_watchers("SafeChildWatcher")


class FastChildWatcher(ThreadedChildWatcher):
    """The name under which older programs ask for a watcher of many children."""

    def __init__(self):
        super().__init__()
        events._warn_of_watchers("FastChildWatcher")


class MultiLoopChildWatcher(ThreadedChildWatcher):
    """The name under which older programs ask for a watcher for several loops."""

    def __init__(self):
        super().__init__()
        events._warn_of_watchers("MultiLoopChildWatcher")


for _class in (AbstractChildWatcher, PidfdChildWatcher, ThreadedChildWatcher, SafeChildWatcher, FastChildWatcher,
               MultiLoopChildWatcher):
    _class.__module__ = "asyncio.unix_events"


def current_watcher():
    """The watcher of the policy."""
    policy = events.get_event_loop_policy()
    if not hasattr(policy, "_init_watcher"):
        return policy.get_child_watcher()
    if policy._watcher is None:
        policy._init_watcher()
    return policy._watcher
