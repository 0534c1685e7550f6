"""What tasks of every class have in common: their repr, their stacks."""

import linecache
import reprlib

from . import base_futures, coroutines


def _task_repr_info(task):
    """The words of a task's repr."""
    words = base_futures._future_repr_info(task)
    if task.cancelling() and not task.done():
        words[0] = "cancelling"
    words.insert(1, f"name={task.get_name()!r}")
    if task._fut_waiter is not None:
        words.insert(2, f"wait_for={task._fut_waiter!r}")
    if task._coro:
        words.insert(2, f"coro=<{coroutines._format_coroutine(task._coro)}>")
    return words


@reprlib.recursive_repr()
def _task_repr(task):
    return f"<{task.__class__.__name__} {' '.join(_task_repr_info(task))}>"


def _frame_of(coro):
    for name in "cr_frame", "gi_frame", "ag_frame":
        if hasattr(coro, name):
            return getattr(coro, name)
    return None


def _task_get_stack(task, limit):
    """The frames of a task that waits, oldest first; of one that has failed, those of the traceback."""
    frames = []
    frame = _frame_of(task._coro)
    if frame is not None:
        while frame is not None:
            if limit is not None:
                if limit <= 0:
                    break
                limit -= 1
            frames.append(frame)
            frame = frame.f_back
        frames.reverse()
    elif task._exception is not None:
        traceback = task._exception.__traceback__
        while traceback is not None:
            if limit is not None:
                if limit <= 0:
                    break
                limit -= 1
            frames.append(traceback.tb_frame)
            traceback = traceback.tb_next
    return frames


def _task_print_stack(task, limit, file):
    import traceback

    lines = []
    checked = set()
    for frame in task.get_stack(limit=limit):
        code = frame.f_code
        if code.co_filename not in checked:
            checked.add(code.co_filename)
            linecache.checkcache(code.co_filename)
        line = linecache.getline(code.co_filename, frame.f_lineno, frame.f_globals)
        lines.append((code.co_filename, frame.f_lineno, code.co_name, line))
    failure = task._exception
    if not lines:
        print(f"No stack for {task!r}", file=file)
    else:
        what = "Stack" if failure is None else "Traceback"
        print(f"{what} for {task!r} (most recent call last):", file=file)
    traceback.print_list(lines, file=file)
    if failure is not None:
        for line in traceback.format_exception_only(failure.__class__, failure):
            print(line, file=file, end="")
