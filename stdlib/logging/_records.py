"""Records: what is known of one message. What programs may change of the package (`logging.logThreads`, …) is looked up there."""

import sys
import time
from _thread import _get_main_thread_ident, get_ident as _get_ident
from posix import getpid as _getpid

import logging as _logging

from . import _loaded, getLevelName


def _is_mapping(value):
    if isinstance(value, dict):
        return True
    if not hasattr(type(value), "__getitem__"):
        return False
    from _collections_abc import Mapping
    return isinstance(value, Mapping)


def _thread_name(ident):
    threading = sys.modules.get("threading")
    if threading is None:
        if ident == _get_main_thread_ident():
            return "MainThread"
        threading = _loaded("threading")
    return threading.current_thread().name


class LogRecord:
    """One message with its level, logger, time, and where it comes from."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        now = time.time_ns()
        self.name = name
        self.msg = msg
        # A mapping as the only argument is what %(name)s refers to.
        self.args = args[0] if args and len(args) == 1 and _is_mapping(args[0]) and args[0] else args
        self.levelname = getLevelName(level)
        self.levelno = level
        self.pathname = pathname
        if isinstance(pathname, str):
            self.filename = pathname.rpartition("/")[2]
            stem, dot, _ = self.filename.rpartition(".")
            self.module = stem if stem.strip(".") else self.filename
        else:
            self.filename = pathname
            self.module = "Unknown module"
        self.exc_info = exc_info
        # The text of the exception, once a formatter has made it.
        self.exc_text = None
        self.stack_info = sinfo
        self.lineno = lineno
        self.funcName = func
        self.created = now / 1e9
        self.msecs = now % 1_000_000_000 // 1_000_000 + 0.0
        if self.msecs == 999.0 and int(self.created) != now // 1_000_000_000:
            # The float has been rounded up to the next second.
            self.msecs = 0.0
        self.relativeCreated = (now - _logging._start) / 1e6
        self.thread = self.threadName = self.processName = self.taskName = None
        if _logging.logThreads:
            self.thread = _get_ident()
            self.threadName = _thread_name(self.thread)
        if _logging.logMultiprocessing:
            self.processName = "MainProcess"
            multiprocessing = sys.modules.get("multiprocessing")
            if multiprocessing is not None:
                try:
                    self.processName = multiprocessing.current_process().name
                except Exception:
                    pass
        self.process = _getpid() if _logging.logProcesses else None
        if _logging.logAsyncioTasks:
            asyncio = sys.modules.get("asyncio")
            if asyncio:
                try:
                    self.taskName = asyncio.current_task().get_name()
                except Exception:
                    pass

    def getMessage(self):
        """The message with its arguments."""
        text = str(self.msg)
        return text % self.args if self.args else text

    def __repr__(self):
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'


_factory = LogRecord


def setLogRecordFactory(factory):
    """Has records made by this callable."""
    global _factory
    _factory = factory


def getLogRecordFactory():
    """The callable that makes records."""
    return _factory


def makeLogRecord(dict):
    """A record with these attributes."""
    record = _factory(None, None, "", 0, "", (), None, None)
    record.__dict__.update(dict)
    return record


def report_error(error, record, stream):
    """Tells a stream of an exception in a handler: where it was raised, and where what was logged."""
    traceback = _loaded("traceback")
    try:
        stream.write("--- Logging error ---\n")
        traceback.print_exception(error, file=stream)
        stream.write("Call stack:\n")
        frame = error.__traceback__.tb_frame
        while frame and frame.f_code.co_filename.rpartition("/")[0] == _logging._folder:
            frame = frame.f_back
        if frame:
            traceback.print_stack(frame, file=stream)
        else:
            stream.write(f"Logged from file {record.filename}, line {record.lineno}\n")
        try:
            stream.write(f"Message: {record.msg!r}\nArguments: {record.args}\n")
        except RecursionError:
            raise
        except Exception:
            stream.write("Unable to print the message and arguments - possible formatting error.\n"
                         "Use the traceback above to help find the error.\n")
    except OSError:
        # There is nobody to tell.
        pass
    finally:
        del error


LogRecord.__module__ = __package__
