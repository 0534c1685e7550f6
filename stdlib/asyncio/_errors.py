"""Errors that nobody catches: methods of the base loop."""

from . import log


def get_exception_handler(self):
    """What is called with errors that nobody catches; None: the default."""
    return self._exception_handler


def set_exception_handler(self, handler):
    """Sets what is called with the loop and a dict that tells of an error that nobody catches; None: the default."""
    if handler is not None and not callable(handler):
        raise TypeError(f"A callable object or None is expected, got {handler!r}")
    self._exception_handler = handler


def default_exception_handler(self, context):
    """Logs an error."""
    message = context.get("message") or "Unhandled exception in event loop"
    exception = context.get("exception")
    exc_info = (type(exception), exception, exception.__traceback__) if exception is not None else False
    if ("source_traceback" not in context and self._current_handle is not None
            and self._current_handle._source_traceback):
        context["handle_traceback"] = self._current_handle._source_traceback
    lines = [message]
    for key in sorted(context):
        if key in ("message", "exception"):
            continue
        value = context[key]
        if key in ("source_traceback", "handle_traceback"):
            import traceback

            what = "Object" if key == "source_traceback" else "Handle"
            stack = "".join(traceback.format_list(value)).rstrip()
            text = f"{what} created at (most recent call last):\n{stack}"
        else:
            text = repr(value)
        lines.append(f"{key}: {text}")
    log.logger.error("\n".join(lines), exc_info=exc_info)


def _own_context(context):
    """The contextvars.Context of what has failed, if it has one."""
    for key in "task", "future", "handle":
        thing = context.get(key)
        if thing is not None:
            get_context = getattr(thing, "get_context", None)
            return get_context() if get_context is not None else None
    return None


def call_exception_handler(self, context):
    """Tells of an error that nobody catches: `message`, and perhaps `exception`, `future`, `task`, `handle` and others."""
    if self._exception_handler is None:
        try:
            self.default_exception_handler(context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException:
            log.logger.error("Exception in default exception handler", exc_info=True)
        return
    try:
        own = _own_context(context)
        if own is not None and hasattr(own, "run"):
            own.run(self._exception_handler, self, context)
        else:
            self._exception_handler(self, context)
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        try:
            self.default_exception_handler({
                "message": "Unhandled error in exception handler",
                "exception": error,
                "context": context,
            })
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException:
            log.logger.error("Exception in default exception handler while handling an unexpected error in custom "
                             "exception handler", exc_info=True)
