"""What futures of every class have in common: their states, their repr."""

import reprlib

from . import format_helpers

_PENDING = "PENDING"
_CANCELLED = "CANCELLED"
_FINISHED = "FINISHED"


def isfuture(obj):
    """Whether an object is a future: its class says whether it blocks."""
    return hasattr(obj.__class__, "_asyncio_future_blocking") and obj._asyncio_future_blocking is not None


def _format_callbacks(callbacks):
    """The callbacks of a future; of more than two only the first and the last."""
    shown = [format_helpers._format_callback_source(callback, ()) for callback, _ in callbacks[:1] + callbacks[1:][-1:]]
    if len(callbacks) > 2:
        shown.insert(1, f"<{len(callbacks) - 2} more>")
    return f"cb=[{', '.join(shown)}]"


def _future_repr_info(future):
    """The words of a future's repr."""
    words = [future._state.lower()]
    if future._state == _FINISHED:
        if future._exception is not None:
            words.append(f"exception={future._exception!r}")
        else:
            words.append(f"result={reprlib.repr(future._result)}")
    if future._callbacks:
        words.append(_format_callbacks(future._callbacks))
    if future._source_traceback:
        frame = future._source_traceback[-1]
        words.append(f"created at {frame[0]}:{frame[1]}")
    return words


@reprlib.recursive_repr()
def _future_repr(future):
    return f"<{future.__class__.__name__} {' '.join(_future_repr_info(future))}>"
