"""The loop of Unix systems: signals, Unix sockets, pipes and child processes."""

import errno
import signal

from . import coroutines, events, selector_events

__all__ = ("SelectorEventLoop", "AbstractChildWatcher", "SafeChildWatcher", "FastChildWatcher", "PidfdChildWatcher",
           "MultiLoopChildWatcher", "ThreadedChildWatcher", "DefaultEventLoopPolicy", "EventLoop")


def _sighandler_noop(signum, frame):
    """What signals of the loop call: their numbers come through the pipe."""


class _UnixSelectorEventLoop(selector_events.BaseSelectorEventLoop):
    """The loop."""

    def __init__(self, selector=None):
        self._signal_handlers = {}
        # The paths of Unix sockets that servers here have made, by socket.
        self._unix_server_sockets = {}
        super().__init__(selector)

    def close(self):
        """Gives up what the loop holds. It cannot run again."""
        super().close()
        import sys

        if not sys.is_finalizing():
            for number in list(self._signal_handlers):
                self.remove_signal_handler(number)
        elif self._signal_handlers:
            import warnings

            warnings.warn(f"Closing the loop {self!r} on interpreter shutdown stage, skipping signal handlers removal",
                          ResourceWarning, source=self)
            self._signal_handlers.clear()

    def _process_self_data(self, data):
        for number in data:
            # 0: another thread has woken the loop.
            if number:
                self._handle_signal(number)

    def add_signal_handler(self, sig, callback, *args):
        """Calls a function whenever a signal comes."""
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError("coroutines cannot be used with add_signal_handler()")
        self._check_signal(sig)
        self._check_closed()
        try:
            # The numbers of signals are written to the pipe, which wakes the loop.
            signal.set_wakeup_fd(self._csock.fileno())
        except (ValueError, OSError) as error:
            raise RuntimeError(str(error))
        self._signal_handlers[sig] = events.Handle(callback, args, self, None)
        try:
            signal.signal(sig, _sighandler_noop)
            # Calls that wait go on after the signal.
            signal.siginterrupt(sig, False)
        except OSError as error:
            del self._signal_handlers[sig]
            self._give_up_wakeup()
            if error.errno == errno.EINVAL:
                raise RuntimeError(f"sig {sig} cannot be caught")
            raise

    def _give_up_wakeup(self):
        if not self._signal_handlers:
            try:
                signal.set_wakeup_fd(-1)
            except (ValueError, OSError) as error:
                from .log import logger

                logger.info("set_wakeup_fd(-1) failed: %s", error)

    def _handle_signal(self, sig):
        handle = self._signal_handlers.get(sig)
        if handle is None:
            return
        if handle._cancelled:
            self.remove_signal_handler(sig)
        else:
            self._add_callback_signalsafe(handle)

    def remove_signal_handler(self, sig):
        """Stops that. Returns whether there was a function."""
        self._check_signal(sig)
        try:
            del self._signal_handlers[sig]
        except KeyError:
            return False
        handler = signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL
        try:
            signal.signal(sig, handler)
        except OSError as error:
            if error.errno == errno.EINVAL:
                raise RuntimeError(f"sig {sig} cannot be caught")
            raise
        self._give_up_wakeup()
        return True

    def _check_signal(self, sig):
        if not isinstance(sig, int):
            raise TypeError(f"sig must be an int, not {sig!r}")
        if sig not in signal.valid_signals():
            raise ValueError(f"invalid signal number {sig}")

    from ._unix_connections import (_stop_serving, connect_read_pipe, connect_write_pipe, create_unix_connection,
                                    create_unix_server, _make_read_pipe_transport, _make_write_pipe_transport,
                                    _make_subprocess_transport, _child_watcher_callback)


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    """Gives each thread its loop, and knows what waits for child processes."""

    _loop_factory = _UnixSelectorEventLoop

    def __init__(self):
        super().__init__()
        self._watcher = None

    def _init_watcher(self):
        from ._child_watchers import PidfdChildWatcher, ThreadedChildWatcher, can_use_pidfd

        with events._lock:
            if self._watcher is None:
                self._watcher = PidfdChildWatcher() if can_use_pidfd() else ThreadedChildWatcher()

    def set_event_loop(self, loop):
        """Sets the loop of this thread; None: it has none."""
        super().set_event_loop(loop)
        if self._watcher is not None and events._in_main_thread():
            self._watcher.attach_loop(loop)

    def get_child_watcher(self):
        """What waits for child processes."""
        if self._watcher is None:
            self._init_watcher()
        events._warn_of_watchers("get_child_watcher")
        return self._watcher

    def set_child_watcher(self, watcher):
        """Sets what waits for child processes."""
        from ._child_watchers import AbstractChildWatcher

        if watcher is not None and not isinstance(watcher, AbstractChildWatcher):
            raise AssertionError
        if self._watcher is not None:
            self._watcher.close()
        self._watcher = watcher
        events._warn_of_watchers("set_child_watcher")


SelectorEventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
EventLoop = SelectorEventLoop

_WATCHERS = ("AbstractChildWatcher", "SafeChildWatcher", "FastChildWatcher", "PidfdChildWatcher",
             "MultiLoopChildWatcher", "ThreadedChildWatcher", "can_use_pidfd")


def __getattr__(name):
    if name in _WATCHERS:
        from . import _child_watchers

        return getattr(_child_watchers, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
