"""Signals: what the system tells a process of, and what the process does then.

Handlers run in the main thread, at the next safepoint after a signal has come; a call that waits is interrupted for
them, and goes on if they raise nothing.
"""

import _signal
from _signal import *
from enum import IntEnum as _IntEnum


def _enumeration(name, chosen):
    """An enumeration of the native module's numbers whose names are chosen; its members become names of this module."""
    numbers = {key: value for key, value in vars(_signal).items() if chosen(key)}
    ordered = sorted(numbers.items(), key=lambda pair: (pair[1], pair[0]))
    kind = _IntEnum(name, ordered, module=__name__)
    globals().update(kind.__members__)
    return kind


Signals = _enumeration("Signals", lambda key: key.startswith("SIG") and not key.startswith("SIG_"))
Handlers = _enumeration("Handlers", lambda key: key in ("SIG_DFL", "SIG_IGN"))
Sigmasks = _enumeration("Sigmasks", lambda key: key in ("SIG_BLOCK", "SIG_UNBLOCK", "SIG_SETMASK"))


def _as_member(value, kind):
    """The member of an enumeration that a number stands for, or else the value itself."""
    if not isinstance(value, int):
        return value
    try:
        return kind(value)
    except ValueError:
        return value


def _as_number(value):
    """The number that a member of an enumeration stands for, or else the value itself."""
    try:
        return int(value)
    except (ValueError, TypeError):
        return value


def _as_signals(numbers):
    return {_as_member(number, Signals) for number in numbers}


def signal(signalnum, handler):
    """Sets what happens when a signal comes: SIG_DFL, SIG_IGN, or a function that is called with the signal's number and
    the interrupted frame. Returns what happened before. Only the main thread can do this."""
    return _as_member(_signal.signal(_as_number(signalnum), _as_number(handler)), Handlers)


def getsignal(signalnum):
    """What happens when a signal comes: SIG_DFL, SIG_IGN or a function; None if code outside of the program handles it."""
    return _as_member(_signal.getsignal(signalnum), Handlers)


def pthread_sigmask(how, mask):
    """Changes which signals this thread puts off. Returns which it did before."""
    return _as_signals(_signal.pthread_sigmask(how, mask))


def sigpending():
    """The signals that have come and are put off."""
    return _as_signals(_signal.sigpending())


def sigwait(sigset):
    """Takes one of the signals when it comes. Returns it."""
    return _as_member(_signal.sigwait(sigset), Signals)


def valid_signals():
    """All signals that there are."""
    return _as_signals(_signal.valid_signals())
