"""The graph of who waits for whom, as data and as text."""

import dataclasses
import sys
import types
from _asyncio import _awaiters, _call_chain

from . import events, futures, tasks

__all__ = ("capture_call_graph", "format_call_graph", "print_call_graph", "FrameCallGraphEntry", "FutureCallGraph")


@dataclasses.dataclass(frozen=True, slots=True)
class FrameCallGraphEntry:
    """A call."""

    frame: types.FrameType


@dataclasses.dataclass(frozen=True, slots=True)
class FutureCallGraph:
    """A future or task, the calls within it, the newest first, and what waits for it."""

    future: futures.Future
    call_stack: tuple[FrameCallGraphEntry, ...]
    awaited_by: tuple["FutureCallGraph", ...]


def _check(future):
    if not isinstance(future, futures.Future):
        raise TypeError(f"{future!r} object does not appear to be compatible with asyncio.Future")


def _stack_of(future, limit):
    """The calls of a task that waits, the newest first."""
    get_coro = getattr(future, "get_coro", None)
    coro = get_coro() if get_coro is not None and limit != 0 else None
    frames = [] if coro is None else _call_chain(coro)
    if limit is not None:
        frames = frames[:limit] if limit > 0 else frames[limit:]
    return tuple(FrameCallGraphEntry(frame) for frame in reversed(frames))


def _graphs_of(futures, limit):
    """The graphs of some futures. Each future is looked at once; one that waits for itself in the end has no further waiters there."""
    made = {}
    begun = set()
    # What is still to be done: a future is first replaced by those that wait for it, and made when these are.
    work = [(future, False) for future in reversed(futures)]
    while work:
        future, is_ready = work.pop()
        if is_ready:
            waiting = tuple(made.get(id(waiter)) or FutureCallGraph(waiter, (), ()) for waiter in _awaiters(future))
            made[id(future)] = FutureCallGraph(future, _stack_of(future, limit), waiting)
        elif id(future) not in begun:
            begun.add(id(future))
            work.append((future, True))
            work.extend((waiter, False) for waiter in reversed(_awaiters(future)) if id(waiter) not in begun)
    return tuple(made[id(future)] for future in futures)


def _is_coroutine(frame):
    # Of a function with async, generators or not.
    return bool(frame.f_code.co_flags & 0x280)


def _stack_here(depth, limit):
    """The calls of the task that runs, the newest first."""
    entries = []
    frame = sys._getframe(depth + 1) if limit != 0 else None
    while frame is not None:
        entries.append(FrameCallGraphEntry(frame))
        below = frame.f_back
        if _is_coroutine(frame) and below is not None and not _is_coroutine(below):
            # What is below runs the task.
            break
        frame = below
    if limit is not None:
        entries = entries[-limit:] if limit > 0 else entries[:-limit]
    return tuple(entries)


def capture_call_graph(future=None, /, *, depth=1, limit=None):
    """The graph of a future or task, by default the one that runs; None if none does.

    depth: so many calls are left out, if it is the one that runs. limit: of each stack at most so many calls are kept, the oldest, or if it is
    negative the newest; 0: none.
    """
    loop = events._get_running_loop()
    if future is None:
        if loop is None:
            raise RuntimeError("capture_call_graph() is called outside of a running event loop and no *future* to introspect "
                               "was provided")
        future = tasks.current_task(loop=loop)
        if future is None:
            return None
    elif loop is None or future is not tasks.current_task(loop=loop):
        _check(future)
        return _graphs_of([future], limit)[0]
    _check(future)
    return FutureCallGraph(future, _stack_here(depth, limit), _graphs_of(_awaiters(future), limit))


def _kind_of(code):
    if code.co_flags & 0x80:
        return "async "
    if code.co_flags & 0x200:
        return "async generator "
    return "generator " if code.co_flags & 0x20 else ""


# A graph with many ways through it is written out so far. Then each future is shown in full once, and by its name alone elsewhere.
_MOST_NODES = 1000
# Those who wait for what is deeper are left out.
_DEEPEST = 200


def _header(future):
    if isinstance(future, tasks.Task):
        return f"* Task(name={future.get_name()!r}, id={id(future):#x})"
    return f"* Future(id={id(future):#x})"


def _lines(graph):
    shown = set()
    nodes = 0
    work = [(graph, 0, ())]
    while work:
        graph, level, above = work.pop()
        indent = level * "    "
        future = graph.future
        nodes += 1
        if future in above or nodes > _MOST_NODES and future in shown:
            yield f"{indent}{_header(future)} (shown above)"
            continue
        shown.add(future)
        yield indent + _header(future)
        if graph.call_stack:
            yield f"{indent}  + Call stack:"
            for entry in graph.call_stack:
                code = entry.frame.f_code
                yield (f"{indent}  |   File {code.co_filename!r}, line {entry.frame.f_lineno}, "
                       f"in {_kind_of(code)}{code.co_qualname}()")
        if not graph.awaited_by:
            continue
        yield f"{indent}  + Awaited by:"
        if level == _DEEPEST:
            yield f"{indent}    ..."
            continue
        work.extend((waiting, level + 1, (*above, future)) for waiting in reversed(graph.awaited_by))


def format_call_graph(future=None, /, *, depth=1, limit=None):
    """The graph of a future or task as text. The arguments are those of capture_call_graph()."""
    graph = capture_call_graph(future, depth=depth + 1, limit=limit)
    return "" if graph is None else "\n".join(_lines(graph))


def print_call_graph(future=None, /, *, file=None, depth=1, limit=None):
    """Prints the graph of a future or task. The arguments are those of capture_call_graph()."""
    print(format_call_graph(future, depth=depth + 1, limit=limit), file=file)
