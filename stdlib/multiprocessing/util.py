"""What several modules of the package need: the log, and what is to be done at the end of a process."""

import atexit
import itertools
import os
import select
import sys
import weakref

__all__ = ["Finalize", "debug", "get_logger", "info", "is_exiting", "log_to_stderr", "sub_debug", "sub_warning"]

NOTSET, SUBDEBUG, DEBUG, INFO, SUBWARNING, WARNING = 0, 5, 10, 20, 25, 30
LOGGER_NAME = "multiprocessing"
DEFAULT_LOGGING_FORMAT = "[%(levelname)s/%(processName)s] %(message)s"

_logger = None
_log_to_stderr = False


def sub_debug(msg, *args):
    """Logs what is rarely of interest."""
    _log(SUBDEBUG, msg, args)


def debug(msg, *args):
    """Logs a detail."""
    _log(DEBUG, msg, args)


def info(msg, *args):
    """Logs what has happened."""
    _log(INFO, msg, args)


def sub_warning(msg, *args):
    """Logs what may be wrong."""
    _log(SUBWARNING, msg, args)


def _log(level, msg, args):
    if _logger is not None:
        # The record tells of the caller's caller.
        _logger.log(level, msg, *args, stacklevel=3)


def get_logger():
    """The log of the package."""
    global _logger
    if _logger is None:
        import logging

        _logger = logging.getLogger(LOGGER_NAME)
        _logger.propagate = False
        logging.addLevelName(SUBDEBUG, "SUBDEBUG")
        logging.addLevelName(SUBWARNING, "SUBWARNING")
    return _logger


def log_to_stderr(level=None):
    """Has the log written to `sys.stderr`."""
    global _log_to_stderr
    import logging

    logger = get_logger()
    if not _log_to_stderr:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter(DEFAULT_LOGGING_FORMAT))
        logger.addHandler(handler)
        _log_to_stderr = True
    if level:
        logger.setLevel(level)
    return logger


# What is to be done at the end.

_finalizers = {}
_counter = itertools.count().__next__


class Finalize:
    """A call that is made once: when an object dies, when the finaliser is called, or at the end of the process.

    The last only if there is an `exitpriority`; higher ones come first, later ones before earlier ones.
    """

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        if exitpriority is not None and not isinstance(exitpriority, int):
            raise TypeError(f"Exitpriority ({exitpriority!r}) must be None or int, not {type(exitpriority)!s}")
        if obj is None and exitpriority is None:
            raise ValueError("Without object, exitpriority cannot be None")
        self._weakref = None if obj is None else weakref.ref(obj, self)
        self._callback = callback
        self._args = args
        self._kwargs = kwargs or {}
        self._key = (exitpriority, _counter())
        self._pid = os.getpid()
        _finalizers[self._key] = self

    def __call__(self, wr=None):
        """Makes the call, unless it was made or cancelled."""
        # At the very end the module may have been emptied.
        if _finalizers is None or _finalizers.pop(self._key, None) is None or self._pid != os.getpid():
            return None
        callback, args, kwargs = self._callback, self._args, self._kwargs
        self._forget()
        return callback(*args, **kwargs)

    def _forget(self):
        self._weakref = self._callback = self._args = self._kwargs = None

    def cancel(self):
        """Has the call never made."""
        if _finalizers.pop(self._key, None) is not None:
            self._forget()

    def still_active(self):
        """Whether the call may still be made."""
        return self._key in _finalizers


def _run_finalizers(least=None):
    """Makes the calls that have an exit priority, and one of at least this."""
    while True:
        keys = [key for key in list(_finalizers)
                if key[0] is not None and (least is None or key[0] >= least)]
        if not keys:
            return
        for key in sorted(keys, reverse=True):
            finalizer = _finalizers.get(key)
            if finalizer is not None:
                try:
                    finalizer()
                except Exception as error:
                    sys.excepthook(type(error), error, error.__traceback__)


_exiting = False
_has_exited = False


def is_exiting():
    """Whether the process is about to end."""
    return _exiting


def _exit_function():
    """The end of a process: daemonic children are terminated, the others waited for."""
    global _exiting, _has_exited
    if _has_exited:
        return
    _exiting = _has_exited = True
    from multiprocessing.process import active_children

    info("process shutting down")
    _run_finalizers(0)
    for child in active_children():
        if child.daemon:
            info("calling terminate() for daemon %s", child.name)
            child._popen.terminate()
    for child in active_children():
        info("calling join() for process %s", child.name)
        child.join()
    _run_finalizers()


atexit.register(_exit_function)


# Descriptors and streams.

def _await_readable(fd, timeout):
    """Waits until a descriptor is ready to be read, at most so many seconds; whether it is."""
    poll = select.poll()
    poll.register(fd, select.POLLIN)
    return bool(poll.poll(None if timeout is None else max(timeout, 0) * 1000))


def _close_stdin():
    """Lets the input of a child be empty: the terminal is the main process's."""
    try:
        null = os.open(os.devnull, os.O_RDONLY)
        try:
            os.dup2(null, 0)
        finally:
            os.close(null)
    except OSError:
        pass


def _flush_std_streams():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError):
            pass
