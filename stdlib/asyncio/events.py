"""Handles, policies, and which loop runs in this thread."""

import sys
import _thread
from _asyncio import Handle, TimerHandle, _get_running_loop, _set_running_loop, get_running_loop

from . import format_helpers
from ._abstract import AbstractEventLoop, AbstractServer

__all__ = ("AbstractEventLoopPolicy", "AbstractEventLoop", "AbstractServer", "Handle", "TimerHandle",
           "get_event_loop_policy", "set_event_loop_policy", "get_event_loop", "set_event_loop", "new_event_loop",
           "get_child_watcher", "set_child_watcher", "_set_running_loop", "get_running_loop", "_get_running_loop")


def _handle_repr(handle):
    words = [type(handle).__name__]
    if handle._cancelled:
        words.append("cancelled")
    if isinstance(handle, TimerHandle):
        words.append(f"when={handle._when}")
    if handle._callback is not None:
        words.append(format_helpers._format_callback_source(
            handle._callback, handle._args, debug=handle._loop.get_debug()))
    if handle._source_traceback:
        frame = handle._source_traceback[-1]
        words.append(f"created at {frame[0]}:{frame[1]}")
    return f"<{' '.join(words)}>"


def _tell_of_failure(handle, error):
    """Tells the loop of an error in the call of a handle."""
    call = format_helpers._format_callback_source(
        handle._callback, handle._args, debug=handle._loop.get_debug())
    context = {"message": f"Exception in callback {call}", "exception": error, "handle": handle}
    if handle._source_traceback:
        context["source_traceback"] = handle._source_traceback
    handle._loop.call_exception_handler(context)


class AbstractEventLoopPolicy:
    """Gives each thread its loop."""

    def get_event_loop(self):
        """The loop of this thread."""
        raise NotImplementedError

    def set_event_loop(self, loop):
        """Sets the loop of this thread."""
        raise NotImplementedError

    def new_event_loop(self):
        """A new loop by the rules of this policy."""
        raise NotImplementedError

    def get_child_watcher(self):
        """What waits for child processes."""
        raise NotImplementedError

    def set_child_watcher(self, watcher):
        """Sets what waits for child processes."""
        raise NotImplementedError


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """A loop for each thread: made by itself for the main thread, set by the program for others."""

    _loop_factory = None

    class _Local(_thread._local):
        _loop = None
        _set_called = False

    def __init__(self):
        self._local = self._Local()

    def get_event_loop(self):
        """The loop of this thread."""
        local = self._local
        if local._loop is None and not local._set_called and _in_main_thread():
            import warnings

            # The warning names the line of the program that asks.
            level = 2
            frame = sys._getframe().f_back
            while frame is not None:
                module = frame.f_globals.get("__name__")
                if module != "asyncio" and not str(module).startswith("asyncio."):
                    break
                frame = frame.f_back
                level += 1
            warnings.warn("There is no current event loop", DeprecationWarning, stacklevel=level)
            self.set_event_loop(self.new_event_loop())
        if local._loop is None:
            import threading

            raise RuntimeError(f"There is no current event loop in thread {threading.current_thread().name!r}.")
        return local._loop

    def set_event_loop(self, loop):
        """Sets the loop of this thread; None: it has none."""
        self._local._set_called = True
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
        self._local._loop = loop

    def new_event_loop(self):
        """A new loop."""
        return self._loop_factory()


def _in_main_thread():
    return _thread.get_ident() == _thread._get_main_thread_ident()


_event_loop_policy = None
_lock = _thread.allocate_lock()


def get_event_loop_policy():
    """The policy."""
    global _event_loop_policy
    if _event_loop_policy is None:
        with _lock:
            if _event_loop_policy is None:
                from . import DefaultEventLoopPolicy

                _event_loop_policy = DefaultEventLoopPolicy()
    return _event_loop_policy


def set_event_loop_policy(policy):
    """Sets the policy; None: the default one."""
    global _event_loop_policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(
            f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'")
    _event_loop_policy = policy


def get_event_loop():
    """The loop that runs in this thread, or else what the policy says."""
    loop = _get_running_loop()
    return loop if loop is not None else get_event_loop_policy().get_event_loop()


def set_event_loop(loop):
    """Sets the loop of this thread."""
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    """A new loop by the rules of the policy."""
    return get_event_loop_policy().new_event_loop()


def get_child_watcher():
    """What waits for child processes."""
    return get_event_loop_policy().get_child_watcher()


def set_child_watcher(watcher):
    """Sets what waits for child processes."""
    return get_event_loop_policy().set_child_watcher(watcher)


def _warn_of_watchers(name):
    """Warns the caller of the caller."""
    import warnings

    warnings.warn(f"{name!r} is deprecated as of Python 3.12 and will be removed in Python 3.14.", DeprecationWarning,
                  stacklevel=3)
