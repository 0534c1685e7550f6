"""What a coroutine is."""

import os
import sys
import types
from collections.abc import Coroutine

__all__ = ("iscoroutinefunction", "iscoroutine")


def _is_debug_mode():
    # -X dev, or the environment where that counts.
    return sys.flags.dev_mode or (not sys.flags.ignore_environment and bool(os.environ.get("PYTHONASYNCIODEBUG")))


# Marks functions that stand for coroutine functions.
_is_coroutine = object()


def iscoroutinefunction(func):
    """Whether calls of a function give coroutines."""
    import inspect

    return inspect.iscoroutinefunction(func) or getattr(func, "_is_coroutine", None) is _is_coroutine


_COROUTINE_TYPES = (types.CoroutineType, Coroutine)
# Classes of which the question has been answered with yes.
_known_types = {types.CoroutineType}
_MOST_KNOWN_TYPES = 100


def iscoroutine(obj):
    """Whether an object is a coroutine."""
    kind = type(obj)
    if kind in _known_types:
        return True
    if not isinstance(obj, _COROUTINE_TYPES):
        return False
    if len(_known_types) < _MOST_KNOWN_TYPES:
        _known_types.add(kind)
    return True


def _name_of(coro):
    name = getattr(coro, "__qualname__", None) or getattr(coro, "__name__", None)
    return f"{name or f'<{type(coro).__name__} without __name__>'}()"


def _either(coro, *names):
    for name in names:
        try:
            return getattr(coro, name)
        except AttributeError:
            pass
    return None


def _format_coroutine(coro):
    """A coroutine as the repr of its task shows it."""
    name = _name_of(coro)
    code = _either(coro, "cr_code", "gi_code")
    if code is None:
        return f"{name} running" if _either(coro, "cr_running", "gi_running") else name
    filename = code.co_filename or "<empty co_filename>"
    frame = _either(coro, "cr_frame", "gi_frame")
    if frame is not None:
        return f"{name} running at {filename}:{frame.f_lineno}"
    return f"{name} done, defined at {filename}:{code.co_firstlineno}"
