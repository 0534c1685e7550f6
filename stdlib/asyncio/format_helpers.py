"""Callbacks and stacks as reprs and messages show them."""

import functools
import reprlib
import sys

from . import constants


def _get_function_source(func):
    """Where a function is defined: (file, line), or None."""
    seen = 0
    # A decorated function stands where the innermost one does.
    while hasattr(func, "__wrapped__") and seen < 1000:
        func = func.__wrapped__
        seen += 1
    if isinstance(func, (functools.partial, functools.partialmethod)):
        return _get_function_source(func.func)
    code = getattr(func, "__code__", None) if type(func).__name__ == "function" else None
    return (code.co_filename, code.co_firstlineno) if code is not None else None


def _format_callback_source(func, args, *, debug=False):
    """A call of a function, and where it is defined. The arguments, which may be secret, are shown in debug mode alone."""
    text = _format_callback(func, args, None, debug=debug)
    source = _get_function_source(func)
    return f"{text} at {source[0]}:{source[1]}" if source else text


def _format_args_and_kwargs(args, kwargs, *, debug=False):
    if not debug:
        return "()"
    items = [reprlib.repr(arg) for arg in args or ()]
    items.extend(f"{name}={reprlib.repr(arg)}" for name, arg in (kwargs or {}).items())
    return f"({', '.join(items)})"


def _format_callback(func, args, kwargs, *, debug=False, suffix=""):
    if isinstance(func, functools.partial):
        suffix = _format_args_and_kwargs(args, kwargs, debug=debug) + suffix
        return _format_callback(func.func, func.args, func.keywords, debug=debug, suffix=suffix)
    name = getattr(func, "__qualname__", None) or getattr(func, "__name__", None) or repr(func)
    name += _format_args_and_kwargs(args, kwargs, debug=debug)
    return name + suffix if suffix else name


def extract_stack(f=None, limit=None):
    """The stack from a frame outwards, without the text of its lines until that is asked for."""
    import traceback

    if f is None:
        f = sys._getframe().f_back
    if limit is None:
        limit = constants.DEBUG_STACK_DEPTH
    stack = traceback.StackSummary.extract(traceback.walk_stack(f), limit=limit, lookup_lines=False)
    stack.reverse()
    return stack
