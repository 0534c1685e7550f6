"""Tracebacks and stacks as text and as data, in the form in which the interpreter reports exceptions.

Where carets stand under a line, and what "Did you mean" proposes, the interpreter's own reports and this module take from the
same native functions (_traceback).
"""

import sys

from ._exceptions import TracebackException
from ._frames import FrameSummary, StackSummary, extract, walk_stack, walk_tb, with_positions

__all__ = [
    "extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack", "format_tb",
    "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb", "clear_frames", "FrameSummary",
    "StackSummary", "TracebackException", "walk_stack", "walk_tb",
]

for _class in FrameSummary, StackSummary, TracebackException:
    _class.__module__ = __name__


class _Implicit:
    """The mark of an argument that was not given."""

    def __repr__(self):
        return "<implicit>"


_implicit = _Implicit()


def _value_and_traceback(exc, value, tb):
    """The exception and traceback that are meant: the last two of three arguments, or those of an exception alone."""
    if (value is _implicit) != (tb is _implicit):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _implicit:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f"Exception expected for value, {type(exc).__name__} found")


def print_exception(exc, /, value=_implicit, tb=_implicit, limit=None, file=None, chain=True, **kwargs):
    """Prints an exception with its traceback and what it is chained to, to sys.stderr or a file."""
    value, tb = _value_and_traceback(exc, value, tb)
    TracebackException(type(value), value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def format_exception(exc, /, value=_implicit, tb=_implicit, limit=None, chain=True, **kwargs):
    """The strings that print_exception() prints, each of which ends a line."""
    value, tb = _value_and_traceback(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def format_exception_only(exc, /, value=_implicit, *, show_group=False, **kwargs):
    """The last part of a report: the exception's class and message, and its notes; with show_group the members of a group, too."""
    if value is _implicit:
        value = exc
    report = TracebackException(type(value), value, None, compact=True)
    return list(report.format_exception_only(show_group=show_group))


def print_exc(limit=None, file=None, chain=True):
    """Prints the exception that is being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """What print_exc() prints, as one string."""
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """Prints the exception that the prompt has reported last."""
    if hasattr(sys, "last_exc"):
        print_exception(sys.last_exc, limit=limit, file=file, chain=chain)
    elif hasattr(sys, "last_type"):
        print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)
    else:
        raise ValueError("no last exception")


def print_list(extracted_list, file=None):
    """Prints the entries that extract_tb() or extract_stack() give."""
    if file is None:
        file = sys.stderr
    for text in format_list(extracted_list):
        print(text, file=file, end="")


def format_list(extracted_list):
    """Strings for printing the entries that extract_tb() or extract_stack() give."""
    return StackSummary.from_list(extracted_list).format()


def print_tb(tb, limit=None, file=None):
    """Prints the entries of a traceback: the first ones if the limit is positive, the last ones if it is negative."""
    print_list(extract_tb(tb, limit=limit), file=file)


def format_tb(tb, limit=None):
    """The strings that print_tb() prints."""
    return extract_tb(tb, limit=limit).format()


def extract_tb(tb, limit=None):
    """A StackSummary of a traceback."""
    return extract(StackSummary, with_positions(tb), limit=limit)


def print_stack(f=None, limit=None, file=None):
    """Prints the stack from its beginning to a frame, by default the caller's."""
    if f is None:
        f = sys._getframe().f_back
    print_list(extract_stack(f, limit=limit), file=file)


def format_stack(f=None, limit=None):
    """The strings that print_stack() prints."""
    if f is None:
        f = sys._getframe().f_back
    return format_list(extract_stack(f, limit=limit))


def extract_stack(f=None, limit=None):
    """A StackSummary of the stack from its beginning to a frame, by default the caller's."""
    if f is None:
        f = sys._getframe().f_back
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def clear_frames(tb):
    """Drops the local variables of all frames in a traceback that have ended."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            # The frame still runs.
            pass
        tb = tb.tb_next
