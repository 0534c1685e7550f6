"""What sets a program's logging up: basicConfig, files, warnings as messages; and loggers that add something to each message."""

import os

from . import (
    CRITICAL, DEBUG, ERROR, INFO, WARNING, Handler, NullHandler, StreamHandler, _lock, getLevelName, getLogger, root,
)
from ._formats import Formatter, style_of


class FileHandler(StreamHandler):
    """Writes records to a file, which is opened at once, or with `delay` at the first record."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        self.baseFilename = os.path.abspath(os.fspath(filename))
        self.mode = mode
        self.encoding = encoding
        if "b" not in mode:
            self.encoding = encoding or "locale"
        self.errors = errors
        self.delay = delay
        if delay:
            Handler.__init__(self)
            self.stream = None
        else:
            StreamHandler.__init__(self, self._open())

    def _open(self):
        """The stream of the file, which is created if it is not there."""
        return open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors)

    def close(self):
        with self.lock:
            try:
                stream = self.stream
                if stream:
                    try:
                        self.flush()
                    finally:
                        self.stream = None
                        if hasattr(stream, "close"):
                            stream.close()
            finally:
                StreamHandler.close(self)

    def emit(self, record):
        # A file that was to be written anew is not opened again once it is closed, since that would empty it.
        if self.stream is None and (self.mode != "w" or not self._closed):
            self.stream = self._open()
        if self.stream:
            StreamHandler.emit(self, record)

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.baseFilename} ({getLevelName(self.level)})>"


class LoggerAdapter:
    """A logger with something to add to each message: process() says what."""

    def __init__(self, logger, extra=None, merge_extra=False):
        self.logger = logger
        self.extra = extra
        self.merge_extra = merge_extra

    def process(self, msg, kwargs):
        """Message and keywords as they are logged: with the adapter's `extra`, alone or beside that of the call."""
        if self.merge_extra and "extra" in kwargs:
            kwargs["extra"] = {**self.extra, **kwargs["extra"]}
        else:
            kwargs["extra"] = self.extra
        return msg, kwargs

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    def warn(self, msg, *args, **kwargs):
        import warnings
        warnings.warn("The 'warn' method is deprecated, use 'warning' instead", DeprecationWarning, 2)
        self.warning(msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        if self.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)

    def setLevel(self, level):
        self.logger.setLevel(level)

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()

    def hasHandlers(self):
        return self.logger.hasHandlers()

    def _log(self, level, msg, args, **kwargs):
        return self.logger._log(level, msg, args, **kwargs)

    @property
    def manager(self):
        return self.logger.manager

    @manager.setter
    def manager(self, value):
        self.logger.manager = value

    @property
    def name(self):
        return self.logger.name

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>"

    __class_getitem__ = classmethod(type(list[int]))


def basicConfig(**kwargs):
    """Gives the root logger handlers, unless it has some and `force` is not given.

    `filename` (with `filemode`, `encoding`, `errors`), `stream` or `handlers` say where messages go, `format`, `datefmt` and `style` how
    they look, and `level` from which level on the root logger takes them.
    """
    with _lock:
        force = kwargs.pop("force", False)
        encoding = kwargs.pop("encoding", None)
        errors = kwargs.pop("errors", "backslashreplace")
        if force:
            for handler in root.handlers[:]:
                root.removeHandler(handler)
                handler.close()
        if root.handlers:
            return
        handlers = kwargs.pop("handlers", None)
        if handlers is None:
            if "stream" in kwargs and "filename" in kwargs:
                raise ValueError("'stream' and 'filename' should not be specified together")
            filename, mode = kwargs.pop("filename", None), kwargs.pop("filemode", "a")
            if filename:
                handlers = [FileHandler(filename, mode, encoding=encoding, errors=None if "b" in mode else errors)]
            else:
                handlers = [StreamHandler(kwargs.pop("stream", None))]
        elif "stream" in kwargs or "filename" in kwargs:
            raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
        datefmt, style = kwargs.pop("datefmt", None), kwargs.pop("style", "%")
        usual = style_of(style)[1]
        formatter = Formatter(kwargs.pop("format", usual), datefmt, style)
        for handler in handlers:
            if handler.formatter is None:
                handler.setFormatter(formatter)
            root.addHandler(handler)
        level = kwargs.pop("level", None)
        if level is not None:
            root.setLevel(level)
        if kwargs:
            raise ValueError(f"Unrecognised argument(s): {', '.join(kwargs)}")


# What warnings.showwarning was before warnings became messages.
_shown_before = None


def _show_warning(message, category, filename, lineno, file=None, line=None):
    if file is not None:
        if _shown_before is not None:
            _shown_before(message, category, filename, lineno, file, line)
        return
    import warnings
    text = warnings.formatwarning(message, category, filename, lineno, line)
    logger = getLogger("py.warnings")
    if not logger.handlers:
        logger.addHandler(NullHandler())
    logger.warning(str(text))


def captureWarnings(capture):
    """Has warnings logged by the logger `py.warnings`, or shown as before."""
    global _shown_before
    import warnings
    if capture and _shown_before is None:
        _shown_before, warnings.showwarning = warnings.showwarning, _show_warning
    elif not capture and _shown_before is not None:
        warnings.showwarning, _shown_before = _shown_before, None


for _class in FileHandler, LoggerAdapter:
    _class.__module__ = __package__
