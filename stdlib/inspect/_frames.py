"""What runs: frames, stacks, tracebacks, closures, and the states of generators."""

import builtins
import sys
from collections import namedtuple
from inspect._kinds import isasyncgen, isframe, isfunction, isgenerator, ismethod, ismodule, istraceback
from inspect._source import getfile, getsourcefile, findsource

__all__ = [
    "AGEN_CLOSED", "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "CORO_CLOSED", "CORO_CREATED", "CORO_RUNNING",
    "CORO_SUSPENDED", "ClosureVars", "FrameInfo", "GEN_CLOSED", "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED",
    "Traceback", "currentframe", "getasyncgenlocals", "getasyncgenstate", "getclosurevars", "getcoroutinelocals",
    "getcoroutinestate", "getframeinfo", "getgeneratorlocals", "getgeneratorstate", "getinnerframes", "getlineno",
    "getouterframes", "stack", "trace",
]

ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound")
ClosureVars.__module__ = "inspect"

Positions = namedtuple("Positions", "lineno end_lineno col_offset end_col_offset", defaults=(None,) * 4)
Positions.__module__ = "dis"


def getclosurevars(func):
    """The variables outside of a function that it refers to: of enclosing functions, global, built-in, unknown."""
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f"{func!r} is not a Python function")
    code = func.__code__
    nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__ or ())}
    namespace = func.__globals__
    built_in = namespace.get("__builtins__", builtins.__dict__)
    if ismodule(built_in):
        built_in = built_in.__dict__
    found_global, found_builtin, unbound = {}, {}, set()
    for name in code.co_names:
        if name in ("None", "True", "False"):
            continue
        if name in namespace:
            found_global[name] = namespace[name]
        elif name in built_in:
            found_builtin[name] = built_in[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found_global, found_builtin, unbound)


_Traceback = namedtuple("_Traceback", "filename lineno function code_context index")
_FrameInfo = namedtuple("_FrameInfo", ("frame",) + _Traceback._fields)


def _show(record):
    parts = [f"{name}={getattr(record, name)!r}" for name in record._fields + ("positions",)]
    return f"{type(record).__name__}({', '.join(parts)})"


class Traceback(_Traceback):
    """Where a frame is: a tuple of filename, lineno, function, code_context and index, with positions besides."""

    __module__ = "inspect"

    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        record = super().__new__(cls, filename, lineno, function, code_context, index)
        record.positions = positions
        return record

    __repr__ = _show


class FrameInfo(_FrameInfo):
    """A frame and where it is: a tuple of frame, filename, lineno, function, code_context and index."""

    __module__ = "inspect"

    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        record = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        record.positions = positions
        return record

    __repr__ = _show


def _position(code, instruction):
    """The position of an instruction, as (line, end line, column, end column)."""
    if instruction < 0:
        return (None,) * 4
    for at, position in enumerate(code.co_positions()):
        if at == instruction // 2:
            return position
    return (None,) * 4


def getframeinfo(frame, context=1):
    """Where a frame or traceback is, with so many lines of the source around it."""
    if istraceback(frame):
        position = _position(frame.tb_frame.f_code, frame.tb_lasti)
        lineno = frame.tb_lineno
        frame = frame.tb_frame
    else:
        lineno = frame.f_lineno
        if not isframe(frame):
            raise TypeError(f"{frame!r} is not a frame or traceback object")
        position = _position(frame.f_code, frame.f_lasti)
    if position[0] is None:
        position = (lineno,) + tuple(position[1:])
    else:
        lineno = position[0]
    filename = getsourcefile(frame) or getfile(frame)
    lines = index = None
    if context > 0:
        start = lineno - 1 - context // 2
        try:
            lines, _ = findsource(frame)
        except OSError:
            lines = None
        else:
            start = max(0, min(start, len(lines) - context))
            lines = lines[start : start + context]
            index = lineno - 1 - start
    return Traceback(
        filename, lineno, frame.f_code.co_name, lines, index, positions=Positions(*position)
    )


def getlineno(frame):
    """The line that a frame is at."""
    return frame.f_lineno


def _info(frame, where, context):
    record = getframeinfo(where, context)
    return FrameInfo(frame, *record, positions=record.positions)


def getouterframes(frame, context=1):
    """FrameInfo of a frame and of all its callers."""
    found = []
    while frame:
        found.append(_info(frame, frame, context))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    """FrameInfo of the frames that a traceback went through, the outermost first."""
    found = []
    while tb:
        found.append(_info(tb.tb_frame, tb, context))
        tb = tb.tb_next
    return found


def currentframe():
    """The frame of the caller."""
    return sys._getframe(1)


def stack(context=1):
    """FrameInfo of the caller and of all its callers."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """FrameInfo of the frames between the caller and where the present exception was raised."""
    error = sys.exception()
    return getinnerframes(error.__traceback__ if error is not None else None, context)


GEN_CREATED = "GEN_CREATED"
GEN_RUNNING = "GEN_RUNNING"
GEN_SUSPENDED = "GEN_SUSPENDED"
GEN_CLOSED = "GEN_CLOSED"
CORO_CREATED = "CORO_CREATED"
CORO_RUNNING = "CORO_RUNNING"
CORO_SUSPENDED = "CORO_SUSPENDED"
CORO_CLOSED = "CORO_CLOSED"
AGEN_CREATED = "AGEN_CREATED"
AGEN_RUNNING = "AGEN_RUNNING"
AGEN_SUSPENDED = "AGEN_SUSPENDED"
AGEN_CLOSED = "AGEN_CLOSED"


def getgeneratorstate(generator):
    """GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED or GEN_CLOSED."""
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getcoroutinestate(coroutine):
    """CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED or CORO_CLOSED."""
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


def getasyncgenstate(agen):
    """AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED or AGEN_CLOSED."""
    if agen.ag_running:
        return AGEN_RUNNING
    if agen.ag_suspended:
        return AGEN_SUSPENDED
    return AGEN_CLOSED if agen.ag_frame is None else AGEN_CREATED


def getgeneratorlocals(generator):
    """The local variables of a generator; none if it has ended."""
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    frame = getattr(generator, "gi_frame", None)
    return {} if frame is None else generator.gi_frame.f_locals


def getcoroutinelocals(coroutine):
    """The local variables of a coroutine; none if it has ended."""
    frame = getattr(coroutine, "cr_frame", None)
    return {} if frame is None else frame.f_locals


def getasyncgenlocals(agen):
    """The local variables of an asynchronous generator; none if it has ended."""
    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    frame = getattr(agen, "ag_frame", None)
    return {} if frame is None else frame.f_locals
