"""Messages with levels, which loggers in a hierarchy of names hand to handlers.

This file has what every program that logs needs; formats (_formats) and what sets programs up (_setup) are loaded when they are
asked for, and so are the modules that only a message needs: a library that imports logging and says nothing pays little.
"""

import atexit
import sys
import time
from _thread import RLock as _RLock
from _weakref import ref as _ref
from posix import register_at_fork as _register_at_fork

__all__ = [
    "BASIC_FORMAT", "BufferingFormatter", "CRITICAL", "DEBUG", "ERROR", "FATAL", "FileHandler", "Filter", "Formatter", "Handler",
    "INFO", "LogRecord", "Logger", "LoggerAdapter", "NOTSET", "NullHandler", "StreamHandler", "WARN", "WARNING", "addLevelName",
    "basicConfig", "captureWarnings", "critical", "debug", "disable", "error", "exception", "fatal", "getLevelName", "getLogger",
    "getLoggerClass", "info", "log", "makeLogRecord", "setLoggerClass", "shutdown", "warn", "warning", "getLogRecordFactory",
    "setLogRecordFactory", "lastResort", "raiseExceptions", "getLevelNamesMapping", "getHandlerByName", "getHandlerNames",
]

# What is loaded when it is first asked for, by module.
_LATER = {
    "_formats": ("BASIC_FORMAT", "BufferingFormatter", "Formatter", "PercentStyle", "StrFormatStyle", "StringTemplateStyle", "_STYLES",
                 "_defaultFormatter"),
    "_records": ("LogRecord", "getLogRecordFactory", "makeLogRecord", "setLogRecordFactory"),
    "_setup": ("FileHandler", "LoggerAdapter", "basicConfig", "captureWarnings"),
    "_root": ("critical", "debug", "error", "exception", "fatal", "info", "log", "warn", "warning"),
}


def __getattr__(name):
    for module, names in _LATER.items():
        if name in names:
            found = _loaded(f"{__name__}.{module}")
            for each in names:
                globals().setdefault(each, getattr(found, each))
            return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _loaded(name):
    """A module that is loaded late. One thread does so, and others wait until it is complete."""
    with _lock:
        return __import__(name, fromlist=("__name__",)) if name not in sys.modules else sys.modules[name]


def __dir__():
    return sorted({*globals(), *(name for names in _LATER.values() for name in names)})


# When the program began to log, for the times of records.
_start = time.time_ns()

# Whether errors of handlers are reported.
raiseExceptions = True
# Whether records tell about threads, processes and tasks.
logThreads = True
logMultiprocessing = True
logProcesses = True
logAsyncioTasks = True

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

_names = {CRITICAL: "CRITICAL", ERROR: "ERROR", WARNING: "WARNING", INFO: "INFO", DEBUG: "DEBUG", NOTSET: "NOTSET"}
_levels = {"CRITICAL": CRITICAL, "FATAL": FATAL, "ERROR": ERROR, "WARN": WARNING, "WARNING": WARNING, "INFO": INFO, "DEBUG": DEBUG,
           "NOTSET": NOTSET}


def getLevelNamesMapping():
    """The levels by their names, as a new dictionary."""
    return _levels.copy()


def getLevelName(level):
    """The name of a level, or the level of a name; `Level …` for what is neither."""
    found = _names.get(level)
    if found is None:
        found = _levels.get(level)
    return f"Level {level}" if found is None else found


def addLevelName(level, levelName):
    """Gives a level a name."""
    with _lock:
        _names[level] = levelName
        _levels[levelName] = level


def _checked_level(level):
    if isinstance(level, int):
        return level
    if str(level) != level:
        raise TypeError(f"Level not an integer or a valid string: {level!r}")
    if level not in _levels:
        raise ValueError(f"Unknown level: {level!r}")
    return _levels[level]


# Held while what all loggers share is changed, and while a process is forked.
_lock = _RLock()


def _after_fork_in_child():
    for reference in _handler_list:
        handler = reference()
        if handler is not None:
            handler._at_fork_reinit()
    _lock._at_fork_reinit()


_register_at_fork(before=_lock.acquire, after_in_parent=_lock.release, after_in_child=_after_fork_in_child)


def currentframe():
    """The frame of the caller."""
    return sys._getframe(1)


_folder = __file__.rpartition("/")[0]
_srcfile = addLevelName.__code__.co_filename
_own_files = {_srcfile, f"{_folder}/_setup.py", f"{_folder}/_root.py"}


class Filter:
    """Lets records of one logger and of those below it pass; all if it has no name."""

    def __init__(self, name=""):
        self.name = name
        self.nlen = len(name)

    def filter(self, record):
        return not self.nlen or record.name == self.name or record.name.startswith(self.name + ".")


def _replaced(record, answer):
    """What goes on after a filter has answered: a record of its own, or the same one."""
    if answer is True or answer is record:
        return record
    return answer if isinstance(answer, __getattr__("LogRecord")) else record


class Filterer:
    """What has filters: loggers and handlers."""

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        """The record, or one that a filter has put in its place; something false if a filter holds it back."""
        for each in self.filters:
            answer = each.filter(record) if hasattr(each, "filter") else each(record)
            if not answer:
                return False
            record = _replaced(record, answer)
        return record


# References to handlers: by name, and all in the order in which they were made.
_handlers = {}
_handler_list = []


def _forget_handler(reference, lock=_lock, handlers=_handler_list, names=_handlers):
    # A handler may die at the end of the program, when this module's names are gone.
    with lock:
        if reference in handlers:
            handlers.remove(reference)
        for name in [name for name, named in names.items() if named() is None]:
            del names[name]


def getHandlerByName(name):
    """The handler of this name; None if there is none."""
    reference = _handlers.get(name)
    return None if reference is None else reference()


def getHandlerNames():
    """The names of all handlers that have one."""
    return frozenset([name for name, reference in list(_handlers.items()) if reference() is not None])


class Handler(Filterer):
    """Does something with records. Each kind says in emit() what it does."""

    def __init__(self, level=NOTSET):
        Filterer.__init__(self)
        self._name = None
        self.level = _checked_level(level)
        self.formatter = None
        self._closed = False
        with _lock:
            _handler_list.append(_ref(self, _forget_handler))
        self.createLock()

    def get_name(self):
        return self._name

    def set_name(self, name):
        with _lock:
            _handlers.pop(self._name, None)
            self._name = name
            if name:
                _handlers[name] = _ref(self)

    name = property(get_name, set_name)

    def createLock(self):
        """Makes the lock that is held while a record is handled."""
        self.lock = _RLock()

    def _at_fork_reinit(self):
        self.lock._at_fork_reinit()

    def acquire(self):
        if self.lock:
            self.lock.acquire()

    def release(self):
        if self.lock:
            self.lock.release()

    def setLevel(self, level):
        self.level = _checked_level(level)

    def format(self, record):
        """The text of a record."""
        formatter = self.formatter or globals().get("_defaultFormatter")
        if not formatter:
            formatter = __getattr__("_defaultFormatter")
        return formatter.format(record)

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record):
        """Emits a record unless a filter holds it back."""
        answer = self.filter(record)
        if answer:
            record = _replaced(record, answer)
            with self.lock:
                self.emit(record)
        return answer

    def setFormatter(self, fmt):
        self.formatter = fmt

    def flush(self):
        """Lets nothing wait to be written."""

    def close(self):
        """Forgets the handler's name; what a kind has opened is closed by itself."""
        with _lock:
            self._closed = True
            reference = _handlers.get(self._name) if self._name else None
            if reference is not None:
                del _handlers[self._name]

    def handleError(self, record):
        """Reports the exception being handled, which emit() has met, unless raiseExceptions is false."""
        if raiseExceptions and sys.stderr:
            _loaded(f"{__name__}._records").report_error(sys.exception(), record, sys.stderr)

    def __repr__(self):
        return f"<{self.__class__.__name__} ({getLevelName(self.level)})>"


class StreamHandler(Handler):
    """Writes records to a stream, by default what sys.stderr is now. The stream is not closed."""

    terminator = "\n"

    def __init__(self, stream=None):
        Handler.__init__(self)
        self.stream = sys.stderr if stream is None else stream

    def flush(self):
        with self.lock:
            if self.stream and hasattr(self.stream, "flush"):
                self.stream.flush()

    def emit(self, record):
        try:
            text = self.format(record)
            stream = self.stream
            stream.write(text + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        """Takes another stream, and gives the old one back; None if it is the same."""
        if stream is self.stream:
            return None
        with self.lock:
            old = self.stream
            self.flush()
            self.stream = stream
        return old

    def __repr__(self):
        name = str(getattr(self.stream, "name", ""))
        return f"<{self.__class__.__name__} {name}{' ' if name else ''}({getLevelName(self.level)})>"

    __class_getitem__ = classmethod(type(list[int]))


class _StderrHandler(StreamHandler):
    """Writes to what sys.stderr is when a record comes."""

    def __init__(self, level=NOTSET):
        Handler.__init__(self, level)

    @property
    def stream(self):
        return sys.stderr


class NullHandler(Handler):
    """Does nothing: for libraries that leave it to programs what becomes of their messages."""

    def handle(self, record):
        pass

    def emit(self, record):
        pass

    def createLock(self):
        self.lock = None

    def _at_fork_reinit(self):
        pass


# Gets the records that no handler gets.
_defaultLastResort = lastResort = _StderrHandler(WARNING)


def shutdown(handlerList=_handler_list):
    """Flushes and closes all handlers, the newest first. Runs when the program ends."""
    for reference in reversed(handlerList[:]):
        try:
            handler = reference()
            if not handler:
                continue
            handler.acquire()
            try:
                if getattr(handler, "flushOnClose", True):
                    handler.flush()
                handler.close()
            except (OSError, ValueError):
                # What the handler writes to is gone.
                pass
            finally:
                handler.release()
        except:
            if raiseExceptions:
                raise


atexit.register(shutdown)

from ._loggers import Logger, Manager, PlaceHolder, RootLogger, getLoggerClass, setLoggerClass  # needs what is above

root = RootLogger(WARNING)
Logger.root = root
Logger.manager = Manager(root)


def getLogger(name=None):
    """The logger of this name, which is made if there is none; without a name the one above all others."""
    if not name or isinstance(name, str) and name == root.name:
        return root
    return Logger.manager.getLogger(name)


def disable(level=CRITICAL):
    """Holds back all messages of this level and below."""
    root.manager.disable = level
    root.manager._clear_cache()
